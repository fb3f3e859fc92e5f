// name -> { address, until: the moment at which it runs out }
const cache = new Map();

/** Returns the name in small letters and without the dot of the root. */
function plain(name) {
  name = name.toLowerCase();
  if (name.endsWith(".")) {
    name = name.slice(0, -1);
  }
  return name;
}

/** Keeps the answer for ttl seconds. Says whether it was kept. */
export function remember(name, address, ttl, now) {
  if (ttl === 0) {
    return false;
  }
  cache.set(plain(name), { address: address, until: now + ttl });
  return true;
}

/** Returns { address, ttl: the seconds left }, or null if there is none. */
export function lookUp(name, now) {
  name = plain(name);
  if (!cache.has(name)) {
    return null;
  }
  const answer = cache.get(name);
  const left = answer.until - now;
  if (left <= 0) {
    return null;
  }
  return { address: answer.address, ttl: left };
}
