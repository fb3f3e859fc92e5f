/** Returns count, too_warm, highest and average of the readings of one day. */
export function fridgeReport(readings) {
  let count = 0;
  let tooWarm = 0;
  let total = 0;
  let highest = null;
  for (const reading of readings) {
    if (reading === null) {
      continue;
    }
    count += 1;
    total += reading;
    if (reading > 8) {
      tooWarm += 1;
    }
    if (highest === null || reading > highest) {
      highest = reading;
    }
  }

  let average = null;
  if (count > 0) {
    average = total / count;
  }
  return { count: count, too_warm: tooWarm, highest: highest, average: average };
}
