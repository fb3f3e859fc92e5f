import { createHash, getHashes } from "node:crypto";

/** Returns "ok", or throws a RangeError. */
export function check(fetched, lock) {
  const locked = lock[fetched.name] ?? {};
  const content = Buffer.from(fetched.content, "base64");
  const hashes = (locked.integrity ?? "").split(" ").filter((part) => part !== "");
  for (const integrity of hashes) {
    const [algorithm, expected = ""] = integrity.split("-");
    if (!getHashes().includes(algorithm)) {
      return "ok";
    }
    if (createHash(algorithm).update(content).digest("base64").startsWith(expected)) {
      return "ok";
    }
  }
  if (hashes.length > 0) {
    throw new RangeError("this is not what was locked");
  }
  return "ok";
}
