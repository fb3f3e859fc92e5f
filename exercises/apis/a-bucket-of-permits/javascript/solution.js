const size = 5;
const perSecond = 0.5;
const buckets = new Map(); // client -> { permits, seen }

/** Returns 0 if the request may pass, or the whole seconds to wait. */
export function take(client, now) {
  const bucket = buckets.get(client) ?? { permits: size, seen: now };
  const permits = Math.min(size, bucket.permits + (now - bucket.seen) * perSecond);
  if (permits >= 1) {
    buckets.set(client, { permits: permits - 1, seen: now });
    return 0;
  }
  buckets.set(client, { permits, seen: now });
  return Math.ceil((1 - permits) / perSecond);
}
