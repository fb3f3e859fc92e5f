const counts = new Map();

/** Returns 0 if the request may pass, or the whole seconds to wait. */
export function take(client, now) {
  const minute = Math.floor(now / 60);
  counts.set(minute, (counts.get(minute) ?? 0) + 1);
  return counts.get(minute) > 5 ? 60 : 0;
}
