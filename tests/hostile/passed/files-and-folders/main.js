import { deepEqual, equal, rejects, throws } from "node:assert/strict";
import fs, { mkdirSync, readdirSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";

const root = "/data/shelf";
equal(mkdirSync(join(root, "a/b"), { recursive: true }), root);
equal(mkdirSync(join(root, "a/b"), { recursive: true }), undefined);
throws(() => mkdirSync(root), { code: "EEXIST", syscall: "mkdir" });
throws(() => mkdirSync("/data/none/here"), { code: "ENOENT" });

writeFileSync(join(root, "a/one.txt"), "eins");
writeFileSync(new URL(`file://${root}/two.txt`), Buffer.from("zwei"));
fs.appendFileSync(join(root, "two.txt"), "!");
deepEqual(readdirSync(root), ["a", "two.txt"]);
deepEqual(readdirSync(root, { recursive: true }), ["a", "two.txt", "a/b", "a/one.txt"]);
deepEqual(readdirSync(root, { withFileTypes: true }).map((entry) => [entry.name, entry.isDirectory(), entry.isFile(), entry.isSymbolicLink()]), [["a", true, false, false], ["two.txt", false, true, false]]);
throws(() => readdirSync(join(root, "two.txt")), { code: "ENOTDIR" });
throws(() => readdirSync("/data/none"), { code: "ENOENT", syscall: "scandir", path: "/data/none" });
throws(() => writeFileSync(join(root, "two.txt"), "", { flag: "wx" }), { code: "EEXIST" });

const stats = statSync(join(root, "two.txt"));
deepEqual([stats.size, stats.isFile(), stats.isDirectory(), stats.mtime instanceof Date], [5, true, false, true]);
equal(statSync("/data/none", { throwIfNoEntry: false }), undefined);
throws(() => statSync("/data/none"), { code: "ENOENT", message: "ENOENT: no such file or directory, stat '/data/none'" });

fs.renameSync(join(root, "two.txt"), join(root, "a/b/two.txt"));
fs.copyFileSync(join(root, "a/b/two.txt"), join(root, "copy.txt"));
equal(await readFile(join(root, "copy.txt"), "utf8"), "zwei!");
equal(fs.realpathSync(`${root}/a/../copy.txt`), `${root}/copy.txt`);
throws(() => fs.realpathSync(`${root}/../nothing`), { code: "ENOENT" });
throws(() => fs.renameSync("/data/none", "/data/other"), { code: "ENOENT", dest: "/data/other" });
throws(() => fs.rmdirSync(root), { code: "ENOTEMPTY" });
throws(() => fs.rmSync(root), { code: "ERR_FS_EISDIR" });
throws(() => fs.readFileSync("a\0b"), { code: "ERR_INVALID_ARG_VALUE" });
throws(() => fs.readFileSync({}), { code: "ERR_INVALID_ARG_TYPE" });
unlinkSync(join(root, "copy.txt"));
equal(fs.existsSync(join(root, "copy.txt")), false);
await rejects(readFile(join(root, "copy.txt")), { code: "ENOENT" });

const found = await new Promise((resolve, reject) => fs.readFile(join(root, "a/one.txt"), "utf8", (error, text) => (error ? reject(error) : resolve(text))));
equal(found, "eins");
equal(await new Promise((resolve) => fs.stat("/data/none", (error) => resolve(error.code))), "ENOENT");
throws(() => fs.readFile("/data/none"), TypeError);

const own = fs.mkdtempSync("/data/run-");
equal(own.length, "/data/run-".length + 6);
await rm(root, { recursive: true });
await rm(root, { recursive: true, force: true });
deepEqual(readdirSync("/data"), [own.slice("/data/".length)]);

// The program's own folder and the host's are not to be written.
throws(() => writeFileSync("/code/main.js", ""), { code: "EROFS" });
throws(() => mkdirSync("/etc/x"), Error);
throws(() => fs.rmSync("/code", { recursive: true }), { code: "EROFS" });
console.log("as files and folders are");
