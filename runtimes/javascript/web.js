// What JavaScript programs expect beside the language itself: console, timers, text coding, clones, seeded randomness.

let random = null; // the state of Math.random, four 32-bit words

// Seeds Math.random: the same numbers in every run of the same request.
export function seedRandom(seed) {
  random = [seed >>> 0, (seed / 2 ** 32) >>> 0, 0x9e3779b9, 0x243f6a88];
  for (let n = 0; n < 16; n++) nextRandom();
}

// The generator xoshiro128**.
function nextRandom() {
  const rotate = (word, by) => (word << by) | (word >>> (32 - by));
  const [a, b, c, d] = random;
  const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
  const mixed = b << 9;
  const [third, fourth] = [c ^ a, d ^ b];
  random = [a ^ fourth, b ^ third, third ^ mixed, rotate(fourth, 11)];
  return result;
}

class TextEncoder {
  get encoding() {
    return "utf-8";
  }

  encode(text = "") {
    const bytes = [];
    for (const character of String(text).toWellFormed()) {
      const code = character.codePointAt(0);
      if (code < 0x80) bytes.push(code);
      else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
      else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
      else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    }
    return new Uint8Array(bytes);
  }

  encodeInto(source, target) {
    let read = 0;
    let written = 0;
    for (const character of String(source).toWellFormed()) {
      const bytes = this.encode(character);
      if (written + bytes.length > target.length) break;
      target.set(bytes, written);
      written += bytes.length;
      read += character.length;
    }
    return { read, written };
  }
}

// UTF-8 as the Encoding Standard decodes it: each maximal part of a broken sequence becomes one U+FFFD.
class TextDecoder {
  #fatal;
  #ignoreMark;
  #rest = new Uint8Array();
  #isFirst = true;

  constructor(label = "utf-8", { fatal = false, ignoreBOM = false } = {}) {
    if (!["utf-8", "utf8", "unicode-1-1-utf-8"].includes(String(label).trim().toLowerCase())) throw new RangeError(`the encoding '${label}' is not supported; utf-8 is`);
    this.#fatal = Boolean(fatal);
    this.#ignoreMark = Boolean(ignoreBOM);
  }

  get encoding() {
    return "utf-8";
  }

  get fatal() {
    return this.#fatal;
  }

  get ignoreBOM() {
    return this.#ignoreMark;
  }

  decode(input = new Uint8Array(), { stream = false } = {}) {
    let bytes = ArrayBuffer.isView(input) ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength) : new Uint8Array(input);
    if (this.#rest.length > 0) {
      const whole = new Uint8Array(this.#rest.length + bytes.length);
      whole.set(this.#rest);
      whole.set(bytes, this.#rest.length);
      bytes = whole;
      this.#rest = new Uint8Array();
    }
    const pieces = [];
    let codes = [];
    const push = (code) => {
      codes.push(code);
      if (codes.length >= 4096) {
        pieces.push(String.fromCodePoint(...codes));
        codes = [];
      }
    };
    for (let at = 0; at < bytes.length; ) {
      const lead = bytes[at];
      if (lead < 0x80) {
        push(lead);
        at++;
        continue;
      }
      const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
      // The second byte's range is narrower after some leads: no overlong forms, no surrogates, nothing above U+10FFFF.
      let low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      let high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
      let code = length === 2 ? lead & 31 : length === 3 ? lead & 15 : lead & 7;
      let used = 1;
      while (used < length && at + used < bytes.length && bytes[at + used] >= low && bytes[at + used] <= high) {
        code = (code << 6) | (bytes[at + used] & 63);
        used++;
        low = 0x80;
        high = 0xbf;
      }
      if (used === length) push(code);
      else if (length > 0 && at + used === bytes.length && stream) {
        this.#rest = bytes.slice(at);
        break;
      } else if (this.#fatal) {
        throw new TypeError("the bytes are not valid UTF-8");
      } else push(0xfffd);
      at += used;
    }
    pieces.push(String.fromCodePoint(...codes));
    let text = pieces.join("");
    if (this.#isFirst && !this.#ignoreMark && text.startsWith("\ufeff")) text = text.slice(1);
    this.#isFirst = !stream;
    return text;
  }
}

class DOMException extends Error {
  constructor(message = "", name = "Error") {
    super(message);
    Object.defineProperty(this, "name", { value: String(name), configurable: true });
  }
}

function structuredClone(value, copies = new Map()) {
  if (typeof value === "function" || typeof value === "symbol") throw new DOMException(`${String(value)} could not be cloned.`, "DataCloneError");
  if (typeof value !== "object" || value === null) return value;
  if (copies.has(value)) return copies.get(value);
  const keep = (copy) => {
    copies.set(value, copy);
    return copy;
  };
  const inner = (item) => structuredClone(item, copies);
  if (value instanceof Date) return keep(new Date(value.getTime()));
  if (value instanceof RegExp) return keep(new RegExp(value.source, value.flags));
  if (value instanceof String || value instanceof Number || value instanceof Boolean || value instanceof BigInt) return keep(Object(value.valueOf()));
  if (value instanceof ArrayBuffer) return keep(value.slice(0));
  if (value instanceof DataView) return keep(new DataView(inner(value.buffer), value.byteOffset, value.byteLength));
  if (ArrayBuffer.isView(value)) return keep(new value.constructor(inner(value.buffer), value.byteOffset, value.length));
  if (value instanceof Map) {
    const copy = keep(new Map());
    for (const [key, item] of value) copy.set(inner(key), inner(item));
    return copy;
  }
  if (value instanceof Set) {
    const copy = keep(new Set());
    for (const item of value) copy.add(inner(item));
    return copy;
  }
  if (value instanceof Error) {
    const types = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
    const copy = keep(new (types[value.name] ?? Error)(value.message));
    copy.stack = value.stack;
    if ("cause" in value) copy.cause = inner(value.cause);
    return copy;
  }
  for (const type of [Promise, WeakMap, WeakSet, WeakRef]) {
    if (value instanceof type) throw new DOMException(`${Object.prototype.toString.call(value)} could not be cloned.`, "DataCloneError");
  }
  const copy = keep(Array.isArray(value) ? new Array(value.length) : {});
  for (const key of Object.keys(value)) copy[key] = inner(value[key]);
  return copy;
}

function makeConsole(host, print) {
  const counts = new Map();
  const timers = new Map();
  let indentation = "";
  const indented = (write) => (...values) => {
    if (indentation === "") write(...values);
    else write(print.format(...values).replace(/^/gm, indentation));
  };
  const log = indented(print.out);
  const error = indented(print.error);
  return {
    log,
    info: log,
    debug: log,
    error,
    warn: error,
    trace: (...values) => error("Trace:", ...values),
    dir: (value) => log(print.inspect(value)),
    table: (value) => log(value),
    assert(condition, ...values) {
      if (!condition) error(...(values.length > 0 ? ["Assertion failed:", ...values] : ["Assertion failed"]));
    },
    count(label = "default") {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      log(`${label}: ${counts.get(label)}`);
    },
    countReset: (label = "default") => void counts.delete(label),
    group(...values) {
      if (values.length > 0) log(...values);
      indentation += "  ";
    },
    groupCollapsed(...values) {
      this.group(...values);
    },
    groupEnd() {
      indentation = indentation.slice(2);
    },
    time: (label = "default") => void timers.set(label, host.now()),
    timeLog(label = "default") {
      if (timers.has(label)) log(`${label}: ${(host.now() - timers.get(label)).toFixed(3)}ms`);
    },
    timeEnd(label = "default") {
      this.timeLog(label);
      timers.delete(label);
    },
  };
}

// A random UUID, version 4.
function randomUUID(host) {
  const bytes = new Uint8Array(host.random(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toHex().replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

// Puts all of it where programs look for it.
export function provideWeb(global, host, loop, print) {
  const define = (properties) => {
    for (const [name, value] of Object.entries(properties)) Object.defineProperty(global, name, { value, writable: true, configurable: true, enumerable: false });
  };
  Object.defineProperty(Math, "random", { value: () => nextRandom() / 2 ** 32, writable: true, configurable: true });
  define({
    global,
    console: makeConsole(host, print),
    setTimeout: (callback, delay, ...args) => loop.add(callback, delay, args, false),
    setInterval: (callback, delay, ...args) => loop.add(callback, delay, args, true),
    setImmediate: (callback, ...args) => loop.addImmediate(callback, args),
    clearTimeout: (id) => loop.remove(id),
    clearInterval: (id) => loop.remove(id),
    clearImmediate: (id) => loop.remove(id),
    structuredClone: (value) => structuredClone(value),
    TextEncoder,
    TextDecoder,
    DOMException,
    performance: { now: () => host.now(), timeOrigin: Date.UTC(2026, 0, 1) },
    crypto: {
      getRandomValues(array) {
        new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(new Uint8Array(host.random(array.byteLength)));
        return array;
      },
      randomUUID: () => randomUUID(host),
    },
  });
}
