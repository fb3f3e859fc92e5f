import fs from "node:fs";

const [file, out] = process.argv.slice(2);
let text;
try {
  text = fs.readFileSync(file ?? 0, "utf8");
} catch {
  console.error(`${file} is not there`);
  process.exit(2);
}
const count = text.split("\n").length - 1;
if (out) fs.writeFileSync(out, String(count));
else console.log(count);
