/** Says when each stage was, how long all took, and which was slowest. */
export function timeline(stages) {
  const rows = [];
  let clock = 0;
  let slowest = null;
  for (const stage of stages) {
    const start = clock;
    clock = clock + stage.ms;
    rows.push({ name: stage.name, start: start, end: clock });
    if (slowest === null || stage.ms > slowest.ms) {
      slowest = stage;
    }
  }
  return { stages: rows, total: clock, slowest: slowest ? slowest.name : null };
}
