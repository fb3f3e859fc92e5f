/** Returns the stock after the movements, and those that were refused. */
export function applyMovements(stock, movements) {
  const left = { ...stock };
  const refused = [];
  for (const [name, number] of movements) {
    const there = Object.hasOwn(left, name) ? left[name] : 0;
    if (there + number < 0) {
      refused.push([name, number]);
    } else {
      left[name] = there + number;
    }
  }
  return { stock: left, refused: refused };
}

/** Returns the names of which 0 are left. */
export function soldOut(stock) {
  return Object.keys(stock).filter((name) => stock[name] === 0);
}
