/** Returns how many of the delays are more than the limit. */
export function countLate(delays, limit) {
  let count = 0;
  for (const delay of delays) {
    count = count + 1;
  }
  return count;
}
