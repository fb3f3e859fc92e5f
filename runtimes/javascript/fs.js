// `node:fs` on the files in memory: the synchronous functions, and promises and callbacks made of them.

import { Buffer, path as paths } from "<backroad>/platform.js";

// By WASI's numbers, which are not Linux's.
const ERRORS = {
  2: ["EACCES", "permission denied"],
  20: ["EEXIST", "file already exists"],
  28: ["EINVAL", "invalid argument"],
  31: ["EISDIR", "illegal operation on a directory"],
  33: ["EMFILE", "too many open files"],
  37: ["ENAMETOOLONG", "name too long"],
  44: ["ENOENT", "no such file or directory"],
  51: ["ENOSPC", "no space left on device"],
  54: ["ENOTDIR", "not a directory"],
  55: ["ENOTEMPTY", "directory not empty"],
  69: ["EROFS", "read-only file system"],
  76: ["EPERM", "operation not permitted"],
};
const [EXISTS, IS_FOLDER, NO_ENTRY] = [20, 31, 44];

function failure(number, operation, path, destination) {
  const [code, text] = ERRORS[number] ?? ["EIO", "i/o error"];
  const places = destination === undefined ? `'${path}'` : `'${path}' -> '${destination}'`;
  const error = Object.assign(new Error(`${code}: ${text}, ${operation} ${places}`), { errno: -number, code, syscall: operation, path });
  return destination === undefined ? error : Object.assign(error, { dest: destination });
}

// A path as text: programs also give file: URLs and bytes.
function named(path) {
  if (path instanceof URL && path.protocol === "file:") return decodeURIComponent(path.pathname);
  if (ArrayBuffer.isView(path)) return Buffer.from(path).toString();
  if (typeof path === "string" && !path.includes("\0")) return path;
  const code = typeof path === "string" ? "ERR_INVALID_ARG_VALUE" : "ERR_INVALID_ARG_TYPE";
  throw Object.assign(new TypeError('The "path" argument must be a string without null bytes, a Buffer or a file: URL'), { code });
}

const encodingOf = (options) => (typeof options === "string" ? options : options?.encoding);
const bytesOf = (data, options) => {
  if (typeof data === "string") return Buffer.from(data, encodingOf(options) ?? "utf8");
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  throw Object.assign(new TypeError('The "data" argument must be of type string or an instance of Buffer, TypedArray, or DataView'), { code: "ERR_INVALID_ARG_TYPE" });
};

class Entry {
  #isFolder;
  constructor(isFolder) {
    this.#isFolder = isFolder;
  }
  isFile() {
    return !this.#isFolder;
  }
  isDirectory() {
    return this.#isFolder;
  }
  // There are no links in these folders.
  isSymbolicLink() {
    return false;
  }
}

class Dirent extends Entry {
  constructor(isFolder, name, parentPath) {
    super(isFolder);
    this.name = name;
    this.parentPath = parentPath;
  }
}

class Stats extends Entry {
  constructor([isFolder, size, mtimeMs]) {
    super(isFolder);
    this.size = size;
    this.mode = isFolder ? 0o40755 : 0o100644;
    this.mtimeMs = mtimeMs;
    this.mtime = new Date(mtimeMs);
  }
}

function makeSynchronous(host) {
  const { files } = host;
  // Throws unless the number is 0, which says that nothing failed.
  function attempt(number, operation, path, destination) {
    if (number) throw failure(number, operation, path, destination);
  }

  function readFileSync(path, options) {
    const isInput = path === 0 || path === "/dev/stdin";
    const bytes = isInput ? host.readInput() : files.read(named(path));
    if (typeof bytes === "number") throw failure(bytes, "open", path);
    const encoding = encodingOf(options);
    return encoding ? Buffer.from(bytes).toString(encoding) : Buffer.from(bytes);
  }

  function writeFileSync(path, data, options) {
    const [place, flag] = [named(path), options?.flag ?? "w"];
    const bytes = bytesOf(data, options);
    if (flag.includes("x") && files.exists(place)) throw failure(EXISTS, "open", place);
    attempt(files.write(place, bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength), flag.startsWith("a")), "open", place);
  }

  const appendFileSync = (path, data, options) => writeFileSync(path, data, { encoding: encodingOf(options), flag: "a" });

  function existsSync(path) {
    try {
      return files.exists(named(path));
    } catch {
      return false;
    }
  }

  function statSync(path, options) {
    const found = files.status(named(path));
    if (typeof found !== "number") return new Stats(found);
    if (found === NO_ENTRY && options?.throwIfNoEntry === false) return undefined;
    throw failure(found, "stat", path);
  }

  function accessSync(path) {
    if (!files.exists(named(path))) throw failure(NO_ENTRY, "access", path);
  }

  function realpathSync(path) {
    const place = paths.resolve(named(path));
    if (!files.exists(place)) throw failure(NO_ENTRY, "lstat", place);
    return place;
  }

  function mkdirSync(path, options) {
    const place = named(path);
    if (!options?.recursive) return attempt(files.createFolder(place), "mkdir", place);
    let first;
    const missing = [];
    for (let folder = paths.resolve(place); !files.exists(folder); folder = paths.dirname(folder)) missing.unshift(folder);
    for (const folder of missing) {
      attempt(files.createFolder(folder), "mkdir", folder);
      first ??= folder;
    }
    if (!statSync(place).isDirectory()) throw failure(EXISTS, "mkdir", place);
    return first;
  }

  function mkdtempSync(prefix) {
    const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    const place = named(prefix) + Array.from(new Uint8Array(host.random(6)), (byte) => letters[byte % letters.length]).join("");
    mkdirSync(place);
    return place;
  }

  function readdirSync(path, options) {
    const place = named(path);
    const found = [];
    // What lies in folders comes after what lies beside them, as in Node.
    for (const folders = [place]; folders.length > 0; ) {
      const folder = folders.shift();
      const names = files.list(folder);
      if (typeof names === "number") throw failure(names, "scandir", folder);
      for (const name of names.sort()) {
        const inside = paths.join(folder, name);
        const isFolder = files.status(inside)[0] === true;
        found.push(options?.withFileTypes ? new Dirent(isFolder, name, folder) : paths.relative(place, inside));
        if (isFolder && options?.recursive) folders.push(inside);
      }
    }
    return found;
  }

  function unlinkSync(path) {
    const place = named(path);
    attempt(files.removeFile(place), "unlink", place);
  }

  function rmdirSync(path) {
    const place = named(path);
    attempt(files.removeFolder(place), "rmdir", place);
  }

  function rmSync(path, options) {
    const place = named(path);
    const status = files.status(place);
    if (status === NO_ENTRY && options?.force) return;
    if (typeof status === "number") throw failure(status, "rm", place);
    if (!status[0]) return unlinkSync(place);
    if (!options?.recursive) throw Object.assign(failure(IS_FOLDER, "rm", place), { code: "ERR_FS_EISDIR" });
    for (const name of files.list(place)) rmSync(paths.join(place, name), options);
    rmdirSync(place);
  }

  function renameSync(path, destination) {
    const [from, to] = [named(path), named(destination)];
    attempt(files.rename(from, to), "rename", from, to);
  }

  function copyFileSync(path, destination) {
    const [from, to] = [named(path), named(destination)];
    const bytes = files.read(from);
    if (typeof bytes === "number") throw failure(bytes, "copyfile", from, to);
    attempt(files.write(to, bytes, false), "copyfile", from, to);
  }

  return {
    readFileSync, writeFileSync, appendFileSync, existsSync, statSync, lstatSync: statSync, accessSync, realpathSync, mkdirSync,
    mkdtempSync, readdirSync, unlinkSync, rmdirSync, rmSync, renameSync, copyFileSync,
  };
}

// What `node:fs` exports, and `node:fs/promises`.
export function makeFs(host) {
  const synchronous = makeSynchronous(host);
  const constants = { F_OK: 0, X_OK: 1, W_OK: 2, R_OK: 4 };
  const promises = { constants };
  const fs = { ...synchronous, constants, promises };
  // A callback's own errors are not the promise's.
  const later = (call) => queueMicrotask(call);
  for (const [name, work] of Object.entries(synchronous)) {
    const plain = name.replace(/Sync$/, "");
    // `exists` never was a promise, and its callback takes no error.
    if (plain === "exists") continue;
    const promised = { [plain]: async (...args) => work(...args) }[plain];
    promises[plain] = promised;
    fs[plain] = (...args) => {
      const callback = args.pop();
      if (typeof callback !== "function") throw Object.assign(new TypeError('The "cb" argument must be of type function'), { code: "ERR_INVALID_ARG_TYPE" });
      promised(...args).then((value) => later(() => callback(null, value)), (error) => later(() => callback(error)));
    };
  }
  return { fs, promises };
}
