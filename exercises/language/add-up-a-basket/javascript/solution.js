/** Returns the total of the known names, and the list of the unknown ones. */
export function basket(prices, names) {
  let total = 0;
  const unknown = [];
  for (const name of names) {
    if (Object.hasOwn(prices, name)) {
      total += prices[name];
    } else {
      unknown.push(name);
    }
  }
  return { total: total, unknown: unknown };
}
