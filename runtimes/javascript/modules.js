// What programs import by name: Node's small modules, and the libraries of this guest's set.

import { makeDns } from "<backroad>/dns.js";
import { makeNodeCrypto } from "<backroad>/node-crypto.js";
import { Buffer, assert, events, isDeepStrictEqual, path, util } from "<backroad>/platform.js";

const withDefault = (exports) => ({ ...exports, default: exports });
// A function that is a module: its properties are the other exports.
const asModule = (main) => ({ ...main, default: main });

// Node's modules that are made of libraries; `own` are the parts of node:util that are ours.
export function nodeModules(host, global, bridge, own) {
  const buffer = { Buffer, Blob: global.Blob, File: global.File, atob: global.atob, btoa: global.btoa, constants: { MAX_LENGTH: 2 ** 31 - 1 } };
  const { promisify, callbackify, inherits, deprecate, types } = util;
  return {
    "node:assert": asModule(assert),
    "node:assert/strict": asModule(assert.strict),
    "node:buffer": withDefault(buffer),
    "node:crypto": withDefault(makeNodeCrypto(host, global.crypto)),
    ...makeDns(bridge),
    "node:events": { ...asModule(events), EventEmitter: events },
    "node:path": asModule(path),
    "node:path/posix": asModule(path),
    "node:util": withDefault({ promisify, callbackify, inherits, deprecate, types, isDeepStrictEqual, TextDecoder, TextEncoder, ...own }),
  };
}

// The libraries that a guest may have, each in one bundle that lies in /code while the snapshot is made.
const LIBRARIES = ["graphql", "hono", "mingo"];

// Loads those that are there: by name, what each of their modules exports.
export function loadLibraries(host, loop) {
  const loaded = {};
  for (const library of LIBRARIES) {
    const file = `library-${library}.js`;
    const source = host.files.readText(`/code/${file}`);
    if (typeof source === "number") continue;
    const [evaluation, namespace] = host.load(`<backroad>/${file}`, source);
    const evaluated = loop.watch(evaluation);
    loop.runWhile(() => evaluated.state === "pending");
    if (evaluated.state !== "fulfilled") throw evaluated.value;
    Object.assign(loaded, namespace.default);
  }
  return loaded;
}

// Offers modules to programs, Node's with and without `node:`; gives what is offered, to which more may be added. Whoever asks for
// another is told which there are.
export function provide(host, modules, libraries) {
  const offered = { __proto__: null, ...libraries };
  for (const [name, exports] of Object.entries(modules)) {
    offered[name] = exports;
    offered[name.replace(/^node:/, "")] = exports;
  }
  const builtins = Object.keys(modules).sort();
  const names = Object.keys(libraries).sort();
  const tops = names.filter((name) => !name.includes("/")).map((name) => (names.some((other) => other.startsWith(`${name}/`)) ? `${name}, ${name}/…` : name));
  host.provide(offered, (name) => {
    if (/\.[cm]?[jt]s$|\.json$/.test(name)) return `there is no file '${name}' here`;
    const inside = names.filter((other) => other.startsWith(`${name.split("/")[0]}/`));
    const there = inside.length > 0 ? inside : [...builtins, ...tops];
    return `there is no module '${name}' here; there are ${there.join(", ")}`;
  });
  return offered;
}
