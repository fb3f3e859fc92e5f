/** Returns the lines of the label for an order. */
export function label(order) {
  const customer = order.customer;
  const address = customer.address;
  return [
    `#${order.no}`,
    customer.name,
    customer.company,
    address.street,
    `${address.postcode} ${address.city}`,
  ];
}
