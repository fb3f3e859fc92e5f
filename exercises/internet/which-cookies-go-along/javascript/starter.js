/** Returns the value of the Cookie field, or null if there is none. */
export function cookieField(cookies, request) {
  const pieces = [];
  for (const cookie of cookies) {
    // Does anything stand against this cookie?
    pieces.push(cookie.name + "=" + cookie.value);
  }
  return pieces.join("; ");
}
