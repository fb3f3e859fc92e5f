import { readFileSync } from "node:fs";

const lines = readFileSync(0, "utf8").split("\n");
for (const [place, line] of lines.entries()) {
  if (line === "") {
    continue;
  }
  const words = line.split(" ");
  if (words.length !== 5 || !/^\d+$/.test(words[4])) {
    console.error(`line ${place + 1}: unreadable`);
    process.exitCode = 1;
    continue;
  }
  if (Number(words[4]) >= 500) {
    console.log(line);
  }
}
