// The few parts of Node that small programs use: `process`, and the modules that need the host. modules.js has the others.

import { makeFs } from "<backroad>/fs.js";
import { format, inspect } from "<backroad>/inspect.js";
import { nodeModules } from "<backroad>/modules.js";
import { makeSqlite } from "<backroad>/sqlite.js";

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
