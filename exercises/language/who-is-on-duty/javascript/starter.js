/** Returns which shift is called at this hour. */
export function onDuty(hour, holiday) {
  if (hour >= 22 && hour < 6) {
    return "night";
  }
  return "early";
}
