import { readFileSync } from "node:fs";
import path from "node:path";

const lines = readFileSync(0, "utf8").split("\n");
const here = lines[0].trim();
const printed = new Set();
for (const line of lines.slice(1)) {
  const written = line.trim();
  if (written === "" || written.startsWith("#")) {
    continue;
  }
  const full = path.resolve(here, written);
  if (!printed.has(full)) {
    printed.add(full);
    console.log(full);
  }
}
