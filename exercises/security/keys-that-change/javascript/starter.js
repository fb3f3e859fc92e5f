import { createHmac } from "node:crypto";

const builtIn = "greenhouse-default-key";

const keys = new Map();
let newest = "default";

/** Reads the keys from the environment. */
export function loadKeys(env) {
  for (const part of (env.SIGNING_KEYS ?? "").split(",").reverse()) {
    const [name, key = ""] = part.split(":");
    if (key !== "") {
      keys.set(name, Buffer.from(key, "hex"));
      newest = name;
    }
  }
  return null;
}

function signatureOf(name, command) {
  const key = keys.get(name) ?? builtIn;
  return createHmac("sha256", key).update(`${name}.${command}`).digest("hex");
}

/** Returns the signed command. */
export const sign = (command) => `${newest}.${command}.${signatureOf(newest, command)}`;

/** Returns the command of a text that was signed, or null. */
export function verify(text) {
  const found = /^([^.]*)\.(.*)\.([^.]*)$/s.exec(text);
  return found && found[3] === signatureOf(found[1], found[2]) ? found[2] : null;
}
