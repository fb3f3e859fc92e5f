import { createHmac, timingSafeEqual } from "node:crypto";

let keys = new Map(); // id -> key, the newest first

/** Reads the keys from the environment, or throws a RangeError and keeps those from before. */
export function loadKeys(env) {
  const loaded = new Map();
  for (const part of (env.SIGNING_KEYS ?? "").split(",")) {
    const found = /^([a-z0-9]+):((?:[0-9a-fA-F]{2}){32,})$/.exec(part);
    if (!found) {
      throw new RangeError("SIGNING_KEYS must be a list of id:hex with at least 32 bytes each");
    }
    const [, name, key] = found;
    if (loaded.has(name)) {
      throw new RangeError(`SIGNING_KEYS has the id ${name} twice`);
    }
    loaded.set(name, Buffer.from(key, "hex"));
  }
  keys = loaded;
  return null;
}

const signatureOf = (name, command) => createHmac("sha256", keys.get(name)).update(`${name}.${command}`).digest("hex");

function same(a, b) {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Returns the signed command. */
export function sign(command) {
  if (keys.size === 0) {
    throw new RangeError("no keys are loaded");
  }
  const [name] = keys.keys();
  return `${name}.${command}.${signatureOf(name, command)}`;
}

/** Returns the command of a text that was signed with a loaded key, or null. */
export function verify(text) {
  const found = /^([^.]*)\.(.*)\.([^.]*)$/s.exec(text);
  if (!found || !keys.has(found[1])) {
    return null;
  }
  const [, name, command, signature] = found;
  return same(signatureOf(name, command), signature) ? command : null;
}
