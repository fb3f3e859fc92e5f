import { DatabaseSync } from "node:sqlite";

const paths = ["/etc/passwd", "../../etc/passwd", "/data/../etc/passwd", "file:/etc/passwd?mode=ro", "file:///etc/passwd?vfs=unix", "/proc/self/mem", "/dev/zero",
  "/code/new.db", "/new.db", "/data", "/tmp"];
for (const path of paths) {
  try {
    const database = new DatabaseSync(path);
    database.exec("CREATE TABLE t (a)");
    console.log("OPENED", path);
  } catch {}
}
const database = new DatabaseSync(":memory:", { allowExtension: true });
for (const statement of ["SELECT load_extension('x')", "ATTACH '/etc/passwd' AS host", "VACUUM INTO '/code/main.js'", "SELECT readfile('/etc/passwd')"]) {
  try {
    database.exec(statement);
    console.log("EXECUTED", statement);
  } catch {}
}
try {
  database.loadExtension("/lib/libc.so.6");
  console.log("LOADED");
} catch {}
console.log("done");
