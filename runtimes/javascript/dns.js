// `node:dns`, as far as programs look up the hosts that they are about to ask.

function failure(reason, hostname) {
  return Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`, { cause: new Error(reason) }), { errno: -3008, code: "ENOTFOUND", syscall: "getaddrinfo", hostname });
}

export function makeDns({ ask }) {
  function find(hostname) {
    const answer = ask(`{"resolve":${JSON.stringify(String(hostname))}}`);
    if (!answer?.addresses) throw failure(answer ? (answer.refused ?? answer.malformed) : "there is no network in the sandbox", hostname);
    return answer.addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  }
  async function lookup(hostname, options = {}) {
    const { all = false, family = 0 } = typeof options === "number" ? { family: options } : options;
    const found = find(hostname).filter((one) => family === 0 || one.family === family);
    if (found.length === 0) throw failure("no address of this family", hostname);
    return all ? found : found[0];
  }
  const resolved = (family) => async (hostname) => (await lookup(hostname, { all: true, family })).map(({ address }) => address);
  const promises = { lookup, resolve: resolved(4), resolve4: resolved(4), resolve6: resolved(6) };
  const withCallback = (work) => (hostname, ...rest) => {
    const callback = rest.pop();
    work(hostname, ...rest).then((found) => (Array.isArray(found) ? callback(null, found) : callback(null, found.address, found.family)), callback);
  };
  const dns = { promises };
  for (const [name, work] of Object.entries(promises)) dns[name] = withCallback(work);
  return { "node:dns": { ...dns, default: dns }, "node:dns/promises": { ...promises, default: promises } };
}
