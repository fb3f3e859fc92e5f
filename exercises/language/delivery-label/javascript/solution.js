/** Returns the lines of the label for an order. */
export function label(order) {
  const customer = order.customer;
  const lines = [`#${order.no}`, customer.name];
  if (customer.company) {
    lines.push(customer.company);
  }

  const address = customer.address;
  if (!address) {
    lines.push("to be collected");
  } else {
    lines.push(address.street);
    lines.push(address.postcode ? `${address.postcode} ${address.city}` : address.city);
  }

  if (order.notes) {
    lines.push(`Note: ${order.notes}`);
  }
  return lines;
}
