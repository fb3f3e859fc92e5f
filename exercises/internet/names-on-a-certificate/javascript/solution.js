/** Says whether one of the certificate's names is good for the host. */
export function covers(names, host) {
  host = host.toLowerCase();
  const [first, ...parent] = host.split(".");
  const wildcard = "*." + parent.join(".");
  for (const given of names) {
    const name = given.toLowerCase();
    if (name === host || name === wildcard) {
      return true;
    }
  }
  return false;
}
