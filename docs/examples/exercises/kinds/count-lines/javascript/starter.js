import { readFileSync } from "node:fs";

const lines = readFileSync(0, "utf8").split("\n");
console.log(lines.length);
