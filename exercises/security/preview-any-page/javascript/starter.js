const inside = [
  "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
  "172.16.0.0/12", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3",
];

/** Returns the address to connect to, or throws a RangeError. */
export function addressFor(url, addresses) {
  const { hostname } = new URL(url);
  if (["localhost", "127.0.0.1", "169.254.169.254"].includes(hostname)) {
    throw new RangeError("this host is not fetched");
  }
  return addresses[0] ?? hostname;
}
