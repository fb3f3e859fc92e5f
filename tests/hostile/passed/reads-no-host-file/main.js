const doors = ["std", "os", "fs", "require", "Deno", "Bun", "read", "load", "readFile", "fetch", "XMLHttpRequest"];
for (const name of doors) {
  if (name in globalThis && name !== "fetch") console.log("FOUND", name);
}
for (const name of ["std", "os", "qjs:std", "qjs:os", "qjs:bjson", "fs", "node:fs", "/etc/passwd", "../../etc/passwd", "file:///etc/passwd"]) {
  try {
    await import(name);
    console.log("IMPORTED", name);
  } catch {}
}
console.log("done");
