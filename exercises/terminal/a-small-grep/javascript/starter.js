import { readFileSync } from "node:fs";

const text = process.argv[2];
for (const line of readFileSync(0, "utf8").split("\n")) {
  if (line.includes(text)) {
    console.log(line);
  }
}
