// What JavaScript programs expect beside the language itself: console, timers, URLs, clones, random bytes.

import { makeWebCrypto } from "<backroad>/crypto.js";
import { makeFetch, webTypes } from "<backroad>/fetch.js";
import { File } from "<backroad>/forms.js";
import { showAs } from "<backroad>/inspect.js";
import { Buffer, ReadableStream, TransformStream, WritableStream } from "<backroad>/platform.js";
import { CustomEvent, Event, EventTarget } from "<backroad>/targets.js";
import { URL, URLSearchParams } from "<backroad>/url.js";

const urlParts = ["href", "origin", "protocol", "username", "password", "host", "hostname", "port", "pathname", "search", "searchParams", "hash"];
showAs(URL, (url) => urlParts.map((part) => [part, url[part]]));
showAs(URLSearchParams, (parameters) => [...parameters], " => ");

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

// Puts all of it where programs look for it.
export function provideWeb(global, host, loop, bridge, print) {
  const wait = (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        loop.remove(timer);
        reject(signal.reason);
      };
      const timer = loop.add(() => {
        signal.removeEventListener("abort", stop);
        resolve();
      }, milliseconds, [], false);
      signal.addEventListener("abort", stop, { once: true });
    });
  const define = (properties) => {
    for (const [name, value] of Object.entries(properties)) Object.defineProperty(global, name, { value, writable: true, configurable: true, enumerable: false });
  };
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
    URL,
    URLSearchParams,
    DOMException,
    performance: { now: () => host.now(), timeOrigin: Date.UTC(2026, 0, 1) },
    Buffer,
    ReadableStream,
    WritableStream,
    TransformStream,
    Event,
    CustomEvent,
    EventTarget,
    File,
    ...webTypes,
    fetch: makeFetch(bridge.ask, wait),
    ...makeWebCrypto(host),
  });
}
