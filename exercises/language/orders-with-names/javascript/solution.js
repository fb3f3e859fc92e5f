/** Returns a record of number and customer's name for each order. */
export function ordersWithNames(orders, customers) {
  const names = new Map(customers.map((customer) => [customer.id, customer.name]));
  const result = [];
  for (const order of orders) {
    result.push({ no: order.no, name: names.get(order.customer) ?? "unknown" });
  }
  return result;
}
