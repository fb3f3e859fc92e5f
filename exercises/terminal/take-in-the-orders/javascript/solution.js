import { existsSync, readFileSync, writeFileSync } from "node:fs";

const HEADING = "number,email,cents";

function isNumber(text) {
  return /^\d+$/.test(text);
}

function isGood(line) {
  const fields = line.split(",");
  if (fields.length !== 3) {
    return false;
  }
  const [number, email, cents] = fields;
  return isNumber(number) && email.includes("@") && isNumber(cents) && Number(cents) > 0;
}

function takeIn() {
  if (!existsSync("orders.csv")) {
    console.error("no orders.csv");
    return 2;
  }
  const [heading, ...lines] = readFileSync("orders.csv", "utf8").split("\n");
  if (heading !== HEADING) {
    console.error("wrong heading");
    return 2;
  }

  const orders = lines.filter((line) => line !== "");
  const accepted = orders.filter((line) => isGood(line));
  const rejected = orders.filter((line) => !isGood(line));
  writeFileSync("/data/accepted.csv", [HEADING, ...accepted].join("\n") + "\n");
  writeFileSync("/data/rejected.csv", [HEADING, ...rejected].join("\n") + "\n");
  console.log(`accepted ${accepted.length}, rejected ${rejected.length}`);
  return rejected.length > 0 ? 1 : 0;
}

process.exitCode = takeIn();
