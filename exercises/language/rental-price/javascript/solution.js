/** Returns the price of a ride in cents. */
export function ridePrice(minutes, rate = 15, unlock = 100) {
  return unlock + rate * minutes;
}
