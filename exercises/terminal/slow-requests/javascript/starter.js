import { readFileSync } from "node:fs";

const lines = readFileSync(0, "utf8").split("\n");
for (const line of lines) {
  const words = line.split(" ");
  if (words[4] >= "500") {
    console.log("slow:", line);
  }
}
