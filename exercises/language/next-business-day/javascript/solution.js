/** Returns the first day after the given one that is neither on a weekend nor a holiday. */
export function nextBusinessDay(day, holidays) {
  const current = new Date(`${day}T00:00:00Z`);
  let text;
  do {
    current.setUTCDate(current.getUTCDate() + 1);
    text = current.toISOString().slice(0, 10);
  } while ([0, 6].includes(current.getUTCDay()) || holidays.includes(text));
  return text;
}
