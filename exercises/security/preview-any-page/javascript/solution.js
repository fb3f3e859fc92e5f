const inside = [
  "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
  "172.16.0.0/12", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3",
];

function demand(condition, message) {
  if (!condition) {
    throw new RangeError(message);
  }
}

/** Returns an IPv4 address in its usual form as one number, or throws a RangeError. */
function numberOf(text) {
  const parts = text.split(".");
  const usual = parts.length === 4 && parts.every((part) => /^(0|[1-9][0-9]{0,2})$/.test(part) && Number(part) <= 255);
  demand(usual, "this is no IPv4 address in its usual form");
  return parts.reduce((number, part) => number * 256 + Number(part), 0);
}

const ranges = inside.map((network) => {
  const [address, bits] = network.split("/");
  const first = numberOf(address);
  return { first, last: first + 2 ** (32 - Number(bits)) - 1 };
});

function checkUrl(url) {
  demand(URL.canParse(url), "this is no link");
  const { protocol, hostname, username, password, port } = new URL(url);
  demand(["http:", "https:"].includes(protocol) && hostname !== "", "only http and https are fetched");
  demand(username === "" && password === "", "a link has no user name");
  demand(port === "", "only the usual port is fetched"); // URL leaves the usual one out
}

function checkAddress(text) {
  const number = numberOf(text);
  demand(!ranges.some(({ first, last }) => first <= number && number <= last), "this address is inside");
}

/** Returns the address to connect to, or throws a RangeError. */
export function addressFor(url, addresses) {
  checkUrl(url);
  demand(addresses.length > 0, "this host has no address");
  addresses.forEach(checkAddress);
  return addresses[0];
}
