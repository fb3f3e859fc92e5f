// The few parts of Node that small programs use: `process`, and the modules that need the host. modules.js has the others.

import { format, inspect } from "<backroad>/inspect.js";
import { nodeModules } from "<backroad>/modules.js";
import { Buffer } from "<backroad>/platform.js";
import { makeSqlite } from "<backroad>/sqlite.js";

const ERRORS = { 2: ["EACCES", "permission denied"], 20: ["EEXIST", "file already exists"], 31: ["EISDIR", "illegal operation on a directory"], 44: ["ENOENT", "no such file or directory"], 51: ["ENOSPC", "no space left on device"], 54: ["ENOTDIR", "not a directory"], 69: ["EROFS", "read-only file system"] };

function fileError(number, operation, path) {
  const [code, text] = ERRORS[number] ?? ["EIO", "i/o error"];
  return Object.assign(new Error(`${code}: ${text}, ${operation} '${path}'`), { errno: -number, code, syscall: operation, path });
}

function makeFs(host) {
  const encodingOf = (options) => (typeof options === "string" ? options : options?.encoding);
  const isInput = (path) => path === 0 || path === "/dev/stdin";
  function readFileSync(path, options) {
    const bytes = isInput(path) ? host.readInput() : host.read(String(path));
    if (typeof bytes === "number") throw fileError(bytes, "open", path);
    return encodingOf(options) ? Buffer.from(bytes).toString(encodingOf(options)) : Buffer.from(bytes);
  }
  function writeFileSync(path, data, options, append = options?.flag === "a") {
    const bytes = typeof data === "string" ? Buffer.from(data, encodingOf(options)) : data;
    const failed = host.writeFile(String(path), bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength), append);
    if (failed) throw fileError(failed, "open", path);
  }
  const appendFileSync = (path, data) => writeFileSync(path, data, undefined, true);
  const existsSync = (path) => host.exists(String(path));
  const promises = {
    readFile: async (path, options) => readFileSync(path, options),
    writeFile: async (path, data, options) => writeFileSync(path, data, options),
    appendFile: async (path, data) => appendFileSync(path, data),
  };
  return { fs: { readFileSync, writeFileSync, appendFileSync, existsSync, promises }, promises };
}

// Puts `process` where programs look for it; gives what they import.
export function provideNode(global, host, loop, bridge, context) {
  const stream = (descriptor) => ({
    write: (text) => {
      host.write(descriptor, String(text));
      return true;
    },
    isTTY: false,
  });
  const process = {
    argv: context.argv,
    env: {},
    platform: "wasi",
    version: "v0.0.0",
    versions: {},
    pid: 1,
    stdout: stream(1),
    stderr: stream(2),
    cwd: () => "/code",
    exit: (code = context.exitCode) => host.exit(code),
    get exitCode() {
      return context.exitCode;
    },
    set exitCode(code) {
      context.exitCode = Number(code) || 0;
    },
    nextTick: (callback, ...args) => queueMicrotask(() => callback(...args)),
    uptime: () => host.now() / 1000,
    hrtime: Object.assign(
      (since) => {
        const now = host.now();
        const [seconds, nanoseconds] = [Math.floor(now / 1000), Math.round((now % 1000) * 1e6)];
        if (!since) return [seconds, nanoseconds];
        const difference = (seconds - since[0]) * 1e9 + nanoseconds - since[1];
        return [Math.floor(difference / 1e9), difference % 1e9];
      },
      { bigint: () => BigInt(Math.round(host.now() * 1e6)) },
    ),
  };
  Object.defineProperty(global, "process", { value: process, writable: true, configurable: true, enumerable: false });

  const { fs, promises } = makeFs(host);
  const later = (milliseconds, value) => new Promise((resolve) => global.setTimeout(resolve, milliseconds, value));
  const timers = { setTimeout: later, setImmediate: (value) => new Promise((resolve) => global.setImmediate(resolve, value)) };
  const util = { format, inspect: (value, options) => inspect(value, options?.depth === null ? Infinity : options?.depth) };
  const withDefault = (exports) => ({ ...exports, default: exports });
  return {
    "node:fs": withDefault(fs),
    "node:fs/promises": withDefault(promises),
    "node:sqlite": withDefault(makeSqlite(host.sqlite)),
    "node:process": { default: process, argv: process.argv, env: process.env, exit: process.exit, stdout: process.stdout, stderr: process.stderr },
    "node:timers/promises": withDefault(timers),
    "node:url": withDefault({ URL: global.URL, URLSearchParams: global.URLSearchParams }),
    ...nodeModules(host, global, bridge, util),
  };
}
