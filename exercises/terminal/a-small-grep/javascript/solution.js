import { existsSync, readFileSync } from "node:fs";

function fail(message) {
  console.error(message);
  return 2;
}

function linesOf(content) {
  const lines = content.split("\n");
  if (lines.at(-1) === "") {
    lines.pop();
  }
  return lines;
}

function grep(args) {
  const options = new Set();
  const rest = [...args];
  while (rest.length > 0 && rest[0].startsWith("-")) {
    options.add(rest.shift());
  }
  const known = ["-i", "-v", "-c"];
  if ([...options].some((option) => !known.includes(option)) || rest.length < 1 || rest.length > 2) {
    return fail("usage: [-i] [-v] [-c] TEXT [FILE]");
  }
  const [text, name] = rest;
  if (name !== undefined && !existsSync(name)) {
    return fail(`no such file: ${name}`);
  }

  const lines = linesOf(readFileSync(name ?? 0, "utf8"));
  const plain = (line) => (options.has("-i") ? line.toLowerCase() : line);
  const invert = options.has("-v");
  const taken = lines.filter((line) => plain(line).includes(plain(text)) !== invert);

  if (options.has("-c")) {
    console.log(taken.length);
  } else {
    for (const line of taken) {
      console.log(line);
    }
  }
  return taken.length > 0 ? 0 : 1;
}

process.exitCode = grep(process.argv.slice(2));
