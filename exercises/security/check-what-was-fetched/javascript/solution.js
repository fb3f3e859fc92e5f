import { createHash } from "node:crypto";

const registry = "https://registry.example.org/";
const strongestFirst = ["sha512", "sha384", "sha256"];

function demand(condition, message) {
  if (!condition) {
    throw new RangeError(message);
  }
}

/** Returns the strongest algorithm that is there, and its hashes. */
function hashesOf(integrity) {
  const parts = integrity.split(" ").map((part) => part.split("-"));
  for (const algorithm of strongestFirst) {
    const hashes = parts.filter(([name]) => name === algorithm).map(([, value]) => value);
    if (hashes.length > 0) {
      return { algorithm, hashes };
    }
  }
  throw new RangeError("the lock file has no hash that counts");
}

/** Returns "ok", or throws a RangeError. */
export function check({ name, version, url, content }, lock) {
  demand(Object.hasOwn(lock, name), "this package is not in the lock file");
  const locked = lock[name];
  demand(version === locked.version && url === locked.url, "this is not the version or address that was locked");
  demand(locked.url.startsWith(registry), "this is not the company's registry");
  const { algorithm, hashes } = hashesOf(locked.integrity ?? "");
  const digest = createHash(algorithm).update(Buffer.from(content, "base64")).digest("base64");
  demand(hashes.includes(digest), "these are not the bytes that were locked");
  return "ok";
}
