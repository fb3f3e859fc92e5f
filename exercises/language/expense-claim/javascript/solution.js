/** Returns what is paid for a drive, in cents. */
export function driving(km) {
  return 30 * km;
}

/** Returns what is paid for days away, in cents. */
export function meals(days) {
  return 2800 * days;
}

/** Returns the line of a claim: both amounts and their sum. */
export function claim(customer, km, days) {
  const road = driving(km);
  const table = meals(days);
  return `${customer}: ${road} + ${table} = ${road + table} cents`;
}
