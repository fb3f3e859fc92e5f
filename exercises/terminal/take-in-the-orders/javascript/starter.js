import { appendFileSync, readFileSync } from "node:fs";

for (const line of readFileSync("orders.csv", "utf8").split("\n")) {
  const [number, email, cents] = line.split(",");
  if (cents > 0) {
    appendFileSync("/data/accepted.csv", line + "\n");
  } else {
    appendFileSync("/data/rejected.csv", line + "\n");
  }
}
console.log("done");
