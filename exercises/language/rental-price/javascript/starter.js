/** Returns the price of a ride in cents. */
export function ridePrice(minutes) {
  console.log(100 + 15 * minutes);
}
