/** Returns the lines, the delivery, the tip and the total of an order. */
export function priceOf(order) {
  const lines = [];
  for (const dish of order.dishes) {
    let cents = dish.cents * dish.quantity;
    for (const extra of dish.extras) {
      cents = cents + extra.cents;
    }
    lines.push([dish.name, cents]);
  }
  return { lines: lines, delivery: 0, tip: 0, total: 0 };
}
