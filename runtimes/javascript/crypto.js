// The Web Crypto API, as far as back ends need it here: random bytes, digests, HMAC, PBKDF2. The work is done in crypto.c.

import { bytesOf } from "<backroad>/forms.js";
import { showAs } from "<backroad>/inspect.js";

const DIGESTS = ["SHA-1", "SHA-256", "SHA-384", "SHA-512"];
const BLOCK_BITS = { "SHA-1": 512, "SHA-256": 512, "SHA-384": 1024, "SHA-512": 1024 };
const USAGES = { HMAC: ["sign", "verify"], PBKDF2: ["deriveBits", "deriveKey"] };
const MAX_RANDOM_BYTES = 65_536;

const failure = (name, message) => new DOMException(message, name);
const nameOf = (algorithm) => String(typeof algorithm === "object" && algorithm !== null ? algorithm.name : algorithm).toUpperCase();

function digestName(algorithm) {
  const name = nameOf(algorithm);
  if (!DIGESTS.includes(name)) throw failure("NotSupportedError", `Unrecognized algorithm name '${nameOf(algorithm)}'; there are ${DIGESTS.join(", ")}`);
  return name;
}

// The names of algorithms are known whatever their case; these are for keys.
function keyAlgorithm(algorithm) {
  const name = nameOf(algorithm);
  if (!(name in USAGES)) throw failure("NotSupportedError", `Unrecognized algorithm name '${name}'; there are HMAC and PBKDF2`);
  return name;
}

let makeKey;
let secretOf;

class CryptoKey {
  static #isNew = false;
  #secret;

  constructor(secret, properties) {
    if (!CryptoKey.#isNew) throw new TypeError("Illegal constructor");
    CryptoKey.#isNew = false;
    this.#secret = secret;
    for (const [name, value] of Object.entries(properties)) Object.defineProperty(this, name, { value, enumerable: true });
  }

  static {
    makeKey = (secret, name, properties) => {
      const { usages } = properties;
      for (const usage of usages) if (!USAGES[name].includes(usage)) throw failure("SyntaxError", `Unsupported key usage for ${name}: ${usage}`);
      if (usages.length === 0) throw failure("SyntaxError", "Usages cannot be empty when importing a secret key.");
      CryptoKey.#isNew = true;
      return new CryptoKey(secret, { type: "secret", ...properties });
    };
    secretOf = (key, name, usage) => {
      if (!(key instanceof CryptoKey)) throw new TypeError("the key is no CryptoKey");
      if (key.algorithm.name !== name) throw failure("InvalidAccessError", "Key algorithm mismatch");
      if (usage && !key.usages.includes(usage)) throw failure("InvalidAccessError", `The key may not be used for '${usage}'`);
      return key.#secret;
    };
  }

  get [Symbol.toStringTag]() {
    return "CryptoKey";
  }
}

showAs(CryptoKey, (key) => ["type", "extractable", "algorithm", "usages"].map((part) => [part, key[part]]));

function makeSubtle(host) {
  const { crypto } = host;

  function hmacKey(secret, algorithm, extractable, usages) {
    if (secret.length === 0) throw failure("DataError", "Zero-length key is not supported");
    const hash = { name: digestName(algorithm.hash) };
    return makeKey(secret, "HMAC", { extractable, algorithm: { name: "HMAC", hash, length: secret.length * 8 }, usages });
  }

  function mac(key, data, usage) {
    const secret = secretOf(key, "HMAC", usage);
    const making = crypto.hmac(key.algorithm.hash.name, secret);
    crypto.update(making, bytesOf(data));
    return crypto.finish(making);
  }

  function secretIn(format, data) {
    if (format === "raw") return bytesOf(data).slice();
    if (format !== "jwk") throw failure("NotSupportedError", `the key format '${format}' is not supported; raw and jwk are`);
    if (data?.kty !== "oct" || typeof data.k !== "string") throw failure("DataError", "a JWK of a secret key has kty 'oct' and k");
    return Uint8Array.fromBase64(data.k, { alphabet: "base64url" });
  }

  const subtle = {
    async digest(algorithm, data) {
      const making = crypto.hash(digestName(algorithm));
      crypto.update(making, bytesOf(data));
      return crypto.finish(making);
    },

    async importKey(format, data, algorithm, extractable, usages) {
      const name = keyAlgorithm(algorithm);
      const secret = secretIn(format, data);
      if (name === "HMAC") return hmacKey(secret, algorithm, Boolean(extractable), [...usages]);
      if (extractable) throw failure("SyntaxError", "PBKDF2 keys are not extractable");
      return makeKey(secret, name, { extractable: false, algorithm: { name }, usages: [...usages] });
    },

    async exportKey(format, key) {
      const secret = secretOf(key, key.algorithm.name);
      if (!key.extractable) throw failure("InvalidAccessError", "key is not extractable");
      if (format === "raw") return secret.slice().buffer;
      if (format !== "jwk") throw failure("NotSupportedError", `the key format '${format}' is not supported; raw and jwk are`);
      const alg = `HS${key.algorithm.hash.name.slice(4)}`;
      return { kty: "oct", k: secret.toBase64({ alphabet: "base64url", omitPadding: true }), alg, key_ops: [...key.usages], ext: true };
    },

    async generateKey(algorithm, extractable, usages) {
      if (keyAlgorithm(algorithm) !== "HMAC") throw failure("NotSupportedError", "only keys for HMAC can be generated");
      const bits = algorithm.length ?? BLOCK_BITS[digestName(algorithm.hash)];
      return hmacKey(new Uint8Array(host.random(Math.ceil(bits / 8))), algorithm, Boolean(extractable), [...usages]);
    },

    sign: async (algorithm, key, data) => (keyAlgorithm(algorithm), mac(key, data, "sign")),

    async verify(algorithm, key, signature, data) {
      keyAlgorithm(algorithm);
      return isSame(bytesOf(signature), new Uint8Array(mac(key, data, "verify")));
    },

    async deriveBits(algorithm, key, length, usage = "deriveBits") {
      if (keyAlgorithm(algorithm) !== "PBKDF2") throw failure("NotSupportedError", "bits are derived by PBKDF2 only");
      const secret = secretOf(key, "PBKDF2", usage);
      const { hash, salt, iterations } = algorithm;
      if (!(iterations >= 1)) throw failure("OperationError", "iterations cannot be zero");
      if (!length || length % 8 !== 0) throw failure("OperationError", "length must be a multiple of 8");
      return crypto.pbkdf2(digestName(hash), secret, bytesOf(salt), iterations, length / 8);
    },

    async deriveKey(algorithm, key, derived, extractable, usages) {
      if (keyAlgorithm(derived) !== "HMAC") throw failure("NotSupportedError", "only keys for HMAC can be derived");
      const bits = await subtle.deriveBits(algorithm, key, derived.length ?? BLOCK_BITS[digestName(derived.hash)], "deriveKey");
      return hmacKey(new Uint8Array(bits), derived, Boolean(extractable), [...usages]);
    },
  };
  for (const name of ["encrypt", "decrypt", "wrapKey", "unwrapKey"]) {
    subtle[name] = async () => {
      throw failure("NotSupportedError", `crypto.subtle.${name} is not supported here: there are digests, HMAC and PBKDF2`);
    };
  }
  return subtle;
}

// Whether the bytes are the same, in a time that depends on their number alone.
export function isSame(one, other) {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let at = 0; at < one.length; at++) difference |= one[at] ^ other[at];
  return difference === 0;
}

// A random UUID, version 4.
function randomUUID(host) {
  const bytes = new Uint8Array(host.random(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toHex().replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

// The global objects.
export function makeWebCrypto(host) {
  const crypto = {
    subtle: makeSubtle(host),
    getRandomValues(array) {
      if (!ArrayBuffer.isView(array) || array instanceof DataView || /^Float/.test(array.constructor.name)) throw failure("TypeMismatchError", "The data argument must be an integer-type TypedArray");
      if (array.byteLength > MAX_RANDOM_BYTES) throw failure("QuotaExceededError", `The requested length exceeds ${MAX_RANDOM_BYTES} bytes`);
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(new Uint8Array(host.random(array.byteLength)));
      return array;
    },
    randomUUID: () => randomUUID(host),
  };
  return { crypto, CryptoKey };
}
