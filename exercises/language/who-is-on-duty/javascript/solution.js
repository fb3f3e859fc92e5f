/** Returns which shift is called at this hour. */
export function onDuty(hour, holiday) {
  if (hour >= 22 || hour < 6) {
    return "night";
  }
  if (holiday) {
    return "standby";
  }
  if (hour < 14) {
    return "early";
  }
  return "late";
}
