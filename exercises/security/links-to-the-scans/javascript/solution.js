import { createHmac, timingSafeEqual } from "node:crypto";

const key = "the-archive-s-key-from-the-environment";

const signatureOf = (path, expires) => createHmac("sha256", key).update(`${path}\n${expires}`).digest("hex");

/** Returns a link that works until the given second. */
export const makeLink = (path, expires) => `${path}?expires=${expires}&sig=${signatureOf(path, expires)}`;

/** Says whether the link is one of ours and its time has not run out. */
export function mayFetch(link, now) {
  const found = /^([^?]*)\?expires=([0-9]{1,12})&sig=(.*)$/.exec(link);
  if (!found) {
    return false;
  }
  const [, path, expires, given] = found;
  const expected = Buffer.from(signatureOf(path, expires));
  const sent = Buffer.from(given);
  return expected.length === sent.length && timingSafeEqual(expected, sent) && now <= Number(expires);
}
