// `node:crypto`, as far as back ends need it here: hashes, HMAC, passwords, random numbers. The work is done in crypto.c.

import { isSame } from "<backroad>/crypto.js";
import { Buffer } from "<backroad>/platform.js";

const coded = (error, code) => Object.assign(error, { code });
const invalidDigest = (name) => coded(new TypeError(`Invalid digest: ${name}`), "ERR_CRYPTO_INVALID_DIGEST");
const finalized = () => coded(new Error("Digest already called"), "ERR_CRYPTO_HASH_FINALIZED");

function bytesOf(value, name, encoding = "utf8") {
  if (typeof value === "string") return Buffer.from(value, encoding);
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  const received = value === null || value === undefined ? String(value) : typeof value === "object" ? `an instance of ${value.constructor?.name ?? "Object"}` : `type ${typeof value}`;
  throw coded(new TypeError(`The "${name}" argument must be of type string or an instance of ArrayBuffer, Buffer, TypedArray, or DataView. Received ${received}`), "ERR_INVALID_ARG_TYPE");
}

function integer(value, name, least, most = Number.MAX_SAFE_INTEGER) {
  if (typeof value !== "number") throw coded(new TypeError(`The "${name}" argument must be of type number. Received ${value === undefined ? "undefined" : `type ${typeof value}`}`), "ERR_INVALID_ARG_TYPE");
  if (!Number.isInteger(value) || value < least || value > most) throw coded(new RangeError(`The value of "${name}" is out of range. It must be >= ${least} && <= ${most}. Received ${value}`), "ERR_OUT_OF_RANGE");
  return value;
}

const encoded = (digest, encoding) => {
  const buffer = Buffer.from(digest);
  return encoding === undefined || encoding === "buffer" ? buffer : buffer.toString(encoding);
};

export function makeNodeCrypto(host, webCrypto) {
  const { crypto } = host;
  const random = (length) => new Uint8Array(host.random(length));

  class Making {
    #making;

    constructor(making) {
      this.#making = making;
    }

    update(data, encoding) {
      if (!this.#making) throw finalized();
      crypto.update(this.#making, bytesOf(data, "data", encoding));
      return this;
    }

    digest(encoding) {
      if (!this.#making) throw finalized();
      const digest = crypto.finish(this.#making);
      this.#making = null;
      return encoded(digest, encoding);
    }

    makingOf() {
      if (!this.#making) throw finalized();
      return this.#making;
    }
  }

  class Hash extends Making {
    copy() {
      return new Hash(crypto.copy(this.makingOf()));
    }
  }

  class Hmac extends Making {}

  function createHash(name) {
    const making = crypto.hash(String(name));
    if (!making) throw coded(new Error(`Digest method not supported: ${name}; there are ${crypto.names().join(", ")}`), "ERR_OSSL_EVP_UNSUPPORTED");
    return new Hash(making);
  }

  function createHmac(name, key) {
    const making = crypto.hmac(String(name), bytesOf(key, "key"));
    if (!making) throw invalidDigest(name);
    return new Hmac(making);
  }

  function pbkdf2Sync(password, salt, iterations, keylen, digest) {
    const [secret, salting] = [bytesOf(password, "password"), bytesOf(salt, "salt")];
    integer(iterations, "iterations", 1, 2 ** 31 - 1);
    integer(keylen, "keylen", 0, 2 ** 31 - 1);
    if (typeof digest !== "string") throw coded(new TypeError('The "digest" argument must be of type string.'), "ERR_INVALID_ARG_TYPE");
    const key = crypto.pbkdf2(digest, secret, salting, iterations, keylen);
    if (!key) throw invalidDigest(digest);
    return Buffer.from(key);
  }

  function scryptSync(password, salt, keylen, options = {}) {
    const [secret, salting] = [bytesOf(password, "password"), bytesOf(salt, "salt")];
    integer(keylen, "keylen", 0, 2 ** 31 - 1);
    const N = integer(options.N ?? options.cost ?? 16_384, "N", 0);
    const r = integer(options.r ?? options.blockSize ?? 8, "r", 0);
    const p = integer(options.p ?? options.parallelization ?? 1, "p", 0);
    const maxmem = integer(options.maxmem ?? 32 * 1024 * 1024, "maxmem", 0);
    const key = crypto.scrypt(secret, salting, N, r, p, maxmem, keylen);
    if (typeof key === "number") throw coded(new RangeError(key === 2 ? "Invalid scrypt params: memory limit exceeded" : "Invalid scrypt params"), "ERR_CRYPTO_INVALID_SCRYPT_PARAMS");
    return Buffer.from(key);
  }

  // The callback comes later, as from a thread; what is wrong with the arguments is thrown at once, as Node does.
  const later = (work) => (...args) => {
    const callback = args.pop();
    if (typeof callback !== "function") throw coded(new TypeError('The "callback" argument must be of type function.'), "ERR_INVALID_ARG_TYPE");
    const value = work(...args);
    setImmediate(() => callback(null, value));
  };

  const randomBytes = (size, callback) => {
    const bytes = Buffer.from(random(integer(size, "size", 0, 2 ** 31 - 1)));
    if (callback === undefined) return bytes;
    setImmediate(() => callback(null, bytes));
  };

  function randomFillSync(buffer, offset = 0, size = buffer.byteLength - offset) {
    const bytes = bytesOf(buffer, "buf").subarray(offset, offset + size);
    bytes.set(random(bytes.length));
    return buffer;
  }

  function randomInt(...args) {
    const callback = typeof args.at(-1) === "function" ? args.pop() : undefined;
    const [min, max] = args.length === 1 ? [0, args[0]] : args;
    for (const [value, name] of [[min, "min"], [max, "max"]]) integer(value, name, Number.MIN_SAFE_INTEGER);
    const range = max - min;
    if (range <= 0 || range > 2 ** 48 - 1) throw coded(new RangeError(`The value of "max" is out of range. It must be greater than the value of "min" (${min}). Received ${max}`), "ERR_OUT_OF_RANGE");
    // Beyond the last whole multiple of the range, some numbers would come more often than others.
    const end = 2 ** 48 - (2 ** 48 % range);
    let drawn;
    do {
      drawn = random(6).reduce((number, byte) => number * 256 + byte, 0);
    } while (drawn >= end);
    const value = min + (drawn % range);
    if (callback === undefined) return value;
    setImmediate(() => callback(null, value));
  }

  function timingSafeEqual(one, other) {
    const [a, b] = [one, other].map((value, index) => {
      if (typeof value === "string") throw coded(new TypeError(`The "buf${index + 1}" argument must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView.`), "ERR_INVALID_ARG_TYPE");
      return bytesOf(value, `buf${index + 1}`);
    });
    if (a.length !== b.length) throw coded(new RangeError("Input buffers must have the same byte length"), "ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH");
    return isSame(a, b);
  }

  return {
    Hash,
    Hmac,
    createHash,
    createHmac,
    getHashes: () => crypto.names(),
    getRandomValues: webCrypto.getRandomValues,
    hash: (name, data, encoding = "hex") => createHash(name).update(data).digest(encoding),
    pbkdf2: later(pbkdf2Sync),
    pbkdf2Sync,
    randomBytes,
    randomFillSync,
    randomInt,
    randomUUID: webCrypto.randomUUID,
    scrypt: later(scryptSync),
    scryptSync,
    subtle: webCrypto.subtle,
    timingSafeEqual,
    webcrypto: webCrypto,
  };
}
