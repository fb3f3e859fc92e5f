import { readFileSync } from "node:fs";

const lines = readFileSync(0, "utf8").split("\n");
const here = lines[0].trim();
for (const line of lines.slice(1)) {
  const each = line.trim();
  console.log(here + "/" + each);
}
