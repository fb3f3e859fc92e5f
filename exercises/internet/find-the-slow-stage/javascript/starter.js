/** Says when each stage was, how long all took, and which was slowest. */
export function timeline(stages) {
  const rows = [];
  let clock = 0;
  for (const stage of stages) {
    const start = clock;
    // Move the clock on by the milliseconds of this stage.
    // Is this stage the slowest so far? Then remember it.
    rows.push({ name: stage.name, start: start, end: clock });
  }
  return { stages: rows, total: clock, slowest: "?" };
}
