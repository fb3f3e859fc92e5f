/** Returns the price of one line: the dish and its extras, times the quantity. */
function priceOfDish(dish) {
  let cents = dish.cents;
  for (const extra of dish.extras ?? []) {
    cents += extra.cents;
  }
  return cents * (dish.quantity ?? 1);
}

/** Returns what the delivery costs when the food comes to this much. */
function priceOfDelivery(delivery, food) {
  const freeFrom = delivery?.free_from ?? Infinity;
  if (food >= freeFrom) {
    return 0;
  }
  return delivery?.cents ?? 0;
}

/** Returns the lines, the delivery, the tip and the total of an order. */
export function priceOf(order) {
  const lines = order.dishes.map((dish) => [dish.name, priceOfDish(dish)]);
  let food = 0;
  for (const [name, cents] of lines) {
    food += cents;
  }
  const delivery = priceOfDelivery(order.delivery, food);
  const tip = order.tip ?? 0;
  return { lines: lines, delivery: delivery, tip: tip, total: food + delivery + tip };
}
