/** Returns the list of waits: doubling, capped, and together at most the budget. */
export function retryDelays(first, cap, budget) {
  const waits = [];
  let total = 0;
  let wait = Math.min(first, cap);
  while (total + wait <= budget) {
    waits.push(wait);
    total += wait;
    wait = Math.min(wait * 2, cap);
  }
  return waits;
}
