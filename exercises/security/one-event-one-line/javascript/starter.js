/** Returns the line of the log for one event. */
export function line(time, event, fields) {
  const parts = [time, event];
  for (const [name, value] of fields) {
    const shown = typeof value === "string" ? value : JSON.stringify(value);
    parts.push(`${name}=${shown}`);
  }
  return parts.join(" ");
}
