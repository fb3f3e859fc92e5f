const doors = ["std", "os", "fs", "require", "Deno", "Bun", "read", "load", "readFile", "fetch", "XMLHttpRequest"];
for (const name of doors) {
  if (name in globalThis && name !== "fetch") console.log("FOUND", name);
}
for (const name of ["std", "os", "qjs:std", "qjs:os", "qjs:bjson", "node:child_process", "node:net", "/etc/passwd", "../../etc/passwd", "file:///etc/passwd"]) {
  try {
    await import(name);
    console.log("IMPORTED", name);
  } catch {}
}
// Where there is a node:fs, it knows the guest's own files only.
const fs = await import("node:fs").catch(() => null);
for (const path of ["/etc/passwd", "../etc/passwd", "../../../../../../etc/passwd", "/code/../../etc/passwd", "/proc/self/environ", "/root"]) {
  for (const name of ["readFileSync", "readdirSync", "openSync", "statSync"]) {
    try {
      fs[name](path);
      console.log("DONE", name, path);
    } catch {}
  }
}
console.log("done");
