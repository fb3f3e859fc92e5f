import { readFileSync } from "node:fs";

const lines = readFileSync(0, "utf8").split("\n");
const count = lines.filter((line) => line.trim() !== "").length;
if (count === 0) {
  console.error("no lines");
  process.exitCode = 1;
} else {
  console.log(count);
}
