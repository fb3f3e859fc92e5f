// Values as text, the way Node's console shows them.

const MAX_WIDTH = 80;
const MAX_DEPTH = 2;
const MAX_ITEMS = 100;
const MAX_STRING = 10_000;
const JOINED_LEVELS = 3; // so many inner levels may share a line

// What console.log prints for its arguments: placeholders of a leading string, then the rest with spaces between.
export function format(...values) {
  const parts = [];
  let rest = values;
  if (typeof values[0] === "string" && values.length > 1) {
    let next = 1;
    const text = values[0].replace(/%[sdifjoOc%]/g, (placeholder) => {
      if (placeholder === "%%") return "%";
      if (next >= values.length) return placeholder;
      const value = values[next++];
      switch (placeholder[1]) {
        case "s":
          return typeof value === "object" && value !== null ? inspect(value, 1) : typeof value === "bigint" ? `${value}n` : String(value);
        case "d":
          return typeof value === "bigint" ? `${value}n` : typeof value === "object" ? "NaN" : String(Number(value));
        case "i":
          return typeof value === "bigint" ? `${value}n` : typeof value === "object" ? "NaN" : String(parseInt(value, 10));
        case "f":
          return String(parseFloat(value));
        case "j":
          return JSON.stringify(value);
        case "c":
          return "";
        default:
          return inspect(value);
      }
    });
    parts.push(text);
    rest = values.slice(next);
  }
  for (const value of rest) parts.push(typeof value === "string" ? value : inspect(value));
  return parts.join(" ");
}

export function inspect(value, depth = MAX_DEPTH) {
  return show({ depth, most: MAX_ITEMS, isSpread: false, seen: [], circular: new Map(), indentation: 0, currentDepth: 0 }, value, 0);
}

// All of a value, each part on a line of its own and properties by name, so that two values can be compared line by line.
export function inspectLines(value) {
  return show({ depth: Infinity, most: Infinity, isSpread: true, seen: [], circular: new Map(), indentation: 0, currentDepth: 0 }, value, 0);
}

const views = [];

// Shows the objects of a type by what `entriesOf` gives for one.
export function showAs(type, entriesOf, between = ": ") {
  views.push({ type, entriesOf, between });
}

function show(state, value, level) {
  switch (typeof value) {
    case "string":
      return quote(value);
    case "number":
      return Object.is(value, -0) ? "-0" : String(value);
    case "bigint":
      return `${value}n`;
    case "symbol":
      return value.toString();
    case "undefined":
    case "boolean":
      return String(value);
  }
  if (value === null) return "null";
  const custom = value[Symbol.for("nodejs.util.inspect.custom")];
  if (typeof custom === "function") {
    const shown = custom.call(value, state.depth - level, {}, inspect);
    return typeof shown === "string" ? shown : show(state, shown, level);
  }
  if (state.seen.includes(value)) {
    if (!state.circular.has(value)) state.circular.set(value, state.circular.size + 1);
    return `[Circular *${state.circular.get(value)}]`;
  }
  return showObject(state, value, level);
}

function quote(text) {
  const quoteMark = !text.includes("'") ? "'" : !text.includes('"') ? '"' : !text.includes("`") && !text.includes("${") ? "`" : "'";
  const escapes = { "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f", "\v": "\\v", "\\": "\\\\" };
  let shown = "";
  const long = text.length > MAX_STRING;
  for (const character of long ? text.slice(0, MAX_STRING) : text) {
    const code = character.codePointAt(0);
    if (character === quoteMark) shown += `\\${character}`;
    else if (escapes[character]) shown += escapes[character];
    else if (code < 32 || code === 127) shown += `\\x${code.toString(16).toUpperCase().padStart(2, "0")}`;
    else if (code >= 0xd800 && code <= 0xdfff) shown += `\\u${code.toString(16).toUpperCase()}`;
    else shown += character;
  }
  return quoteMark + shown + quoteMark + (long ? `... ${text.length - MAX_STRING} more characters` : "");
}

function constructorName(value) {
  for (let object = value; object !== null; object = Object.getPrototypeOf(object)) {
    const found = Object.getOwnPropertyDescriptor(object, "constructor");
    if (found && typeof found.value === "function" && found.value.name !== "") return found.value.name;
  }
  return null;
}

function showKey(key) {
  if (typeof key === "symbol") return `[${key.toString()}]`;
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key);
}

function showProperty(state, value, key, level) {
  const property = Object.getOwnPropertyDescriptor(value, key);
  if (!property) return null;
  if (property.get) return `${showKey(key)}: [Getter${property.set ? "/Setter" : ""}]`;
  if (property.set) return `${showKey(key)}: [Setter]`;
  state.indentation += 2;
  const shown = show(state, property.value, level + 1);
  state.indentation -= 2;
  return `${showKey(key)}: ${shown}`;
}

function properties(state, value, level, skip = () => false) {
  const keys = Reflect.ownKeys(value).filter((key) => Object.prototype.propertyIsEnumerable.call(value, key) && !skip(key));
  if (state.isSpread) keys.sort((one, other) => (String(one) < String(other) ? -1 : 1));
  return keys.map((key) => showProperty(state, value, key, level)).filter((shown) => shown !== null);
}

const isIndex = (key) => typeof key === "string" && /^\d+$/.test(key);

function showObject(state, value, level) {
  const name = constructorName(value);
  const tag = typeof value === "object" && typeof value[Symbol.toStringTag] === "string" ? value[Symbol.toStringTag] : "";
  const plainPrefix = () => {
    let prefix = name === null ? "[Object: null prototype] " : name === "Object" ? "" : `${name} `;
    if (tag !== "" && tag !== name) prefix += name === "Object" ? `Object [${tag}] ` : `[${tag}] `;
    return prefix;
  };

  let base = "";
  let braces = ["{", "}"];
  let isList = false;
  let entries;

  if (typeof value === "function") {
    const isClass = /^class\b/.test(Function.prototype.toString.call(value));
    base = isClass ? `[class ${value.name || "(anonymous)"}]` : `[${name ?? "Function"}${value.name ? `: ${value.name}` : " (anonymous)"}]`;
  } else if (value instanceof RegExp) base = RegExp.prototype.toString.call(value);
  else if (value instanceof Date) base = Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  else if (value instanceof Error) base = showError(value);
  else if (value instanceof String || value instanceof Number || value instanceof Boolean || value instanceof BigInt || value instanceof Symbol) {
    base = `[${name}: ${show(state, value.valueOf(), level)}]`;
  } else if (value instanceof WeakMap || value instanceof WeakSet) base = `${name} { <items unknown> }`;

  if (base !== "") {
    const skip = value instanceof Error ? (key) => key === "stack" || key === "message" || key === "name" : value instanceof String ? isIndex : undefined;
    state.seen.push(value);
    entries = level > state.depth ? [] : properties(state, value, level, skip);
    state.seen.pop();
    if (entries.length === 0) return base;
    return reduce(state, entries, base, ["{", "}"], false, level);
  }

  if (level > state.depth) return `[${Array.isArray(value) ? "Array" : (name ?? "Object: null prototype") + (tag && tag !== name ? `: ${tag}` : "")}]`;

  state.seen.push(value);
  state.currentDepth = level;
  const view = views.find(({ type }) => value instanceof type);
  if (Array.isArray(value)) {
    isList = true;
    braces = [name === "Array" ? "[" : `${name}(${value.length}) [`, "]"];
    entries = [...items(state, value, level), ...properties(state, value, level, isIndex)];
  } else if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    isList = true;
    braces = [`${name}(${value.length}) [`, "]"];
    entries = [...items(state, value, level), ...properties(state, value, level, isIndex)];
  } else if (value instanceof ArrayBuffer) {
    const bytes = Array.from(new Uint8Array(value).slice(0, 50), (byte) => byte.toString(16).padStart(2, "0")).join(" ");
    braces = [`${name} {`, "}"];
    entries = [`[Uint8Contents]: <${bytes}${value.byteLength > 50 ? ` ... ${value.byteLength - 50} more bytes` : ""}>`, `byteLength: ${value.byteLength}`];
  } else if (value instanceof Map) {
    braces = [`${name}(${value.size}) {`, "}"];
    state.indentation += 2;
    entries = limited(state, [...Map.prototype.entries.call(value)], ([key, item]) => `${show(state, key, level + 1)} => ${show(state, item, level + 1)}`);
    state.indentation -= 2;
    entries.push(...properties(state, value, level));
  } else if (value instanceof Set) {
    braces = [`${name}(${value.size}) {`, "}"];
    state.indentation += 2;
    entries = limited(state, [...Set.prototype.values.call(value)], (item) => show(state, item, level + 1));
    state.indentation -= 2;
    entries.push(...properties(state, value, level));
  } else if (view) {
    braces = [`${name} {`, "}"];
    state.indentation += 2;
    entries = view.entriesOf(value).map(([key, item]) => (view.between === ": " ? showKey(key) : quote(key)) + view.between + show(state, item, level + 1));
    state.indentation -= 2;
  } else if (value instanceof Promise) {
    braces = [`${name} {`, "}"];
    entries = properties(state, value, level);
  } else {
    braces = [`${plainPrefix()}{`, "}"];
    if (name === "Object" && tag === "" && Object.prototype.toString.call(value) === "[object Arguments]") {
      isList = true;
      braces = ["[Arguments] [", "]"];
      entries = items(state, Array.from(value), level);
    } else entries = properties(state, value, level);
  }
  state.seen.pop();
  let shown = entries.length === 0 ? `${braces[0]}${braces[1]}` : reduce(state, entries, "", braces, isList ? value : false, level);
  if (state.circular.has(value)) shown = `<ref *${state.circular.get(value)}> ${shown}`;
  return shown;
}

function showError(error) {
  const name = String(error.name ?? "Error");
  const headline = error.message === "" ? name : `${name}: ${error.message}`;
  const frames = String(error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line) && !line.includes("<backroad>") && !line.includes("(native)"))
    .map((line) => `\n    ${line.trim()}`);
  return frames.length === 0 ? `[${headline}]` : headline + frames.join("");
}

function items(state, list, level) {
  const shown = [];
  let holes = 0;
  const flush = () => {
    if (holes > 0) shown.push(`<${holes} empty item${holes > 1 ? "s" : ""}>`);
    holes = 0;
  };
  state.indentation += 2;
  let index = 0;
  for (; index < list.length && shown.length < state.most; index++) {
    if (!(index in list)) {
      holes++;
      continue;
    }
    flush();
    shown.push(show(state, list[index], level + 1));
  }
  flush();
  state.indentation -= 2;
  const more = list.length - index;
  if (more > 0) shown.push(`... ${more} more item${more > 1 ? "s" : ""}`);
  return shown;
}

function limited({ most }, list, one) {
  const shown = list.slice(0, most).map(one);
  const more = list.length - most;
  if (more > 0) shown.push(`... ${more} more item${more > 1 ? "s" : ""}`);
  return shown;
}

// On one line if it fits and is not too nested, else an entry a line.
function reduce(state, entries, base, braces, list, level) {
  const before = entries.length;
  if (list !== false && entries.length > 6 && !state.isSpread) entries = group(state, entries, list);
  const start = base === "" ? "" : `${base} `;
  if (state.currentDepth - level < JOINED_LEVELS && entries.length === before && !state.isSpread) {
    const total = entries.reduce((sum, entry) => sum + entry.length, entries.length) + state.indentation + braces[0].length + base.length + 10 + entries.length;
    const joined = entries.join(", ");
    if (total <= MAX_WIDTH && !joined.includes("\n") && !base.includes("\n")) return `${start}${braces[0]} ${joined} ${braces[1]}`;
  }
  const newline = `\n${" ".repeat(state.indentation)}`;
  return `${start}${braces[0]}${newline}  ${entries.join(`,${newline}  `)}${newline}${braces[1]}`;
}

// Many short entries of a list share lines, in columns.
function group(state, entries, list) {
  const shown = entries.at(-1).startsWith("... ") ? entries.length - 1 : entries.length;
  const lengths = entries.slice(0, shown).map((entry) => entry.length);
  const total = lengths.reduce((sum, length) => sum + length + 2, 0);
  const longest = Math.max(...lengths);
  const width = longest + 2;
  if (width * 3 + state.indentation >= MAX_WIDTH || !(total / width > 5 || longest <= 6)) return entries;
  const bias = Math.max(width - 3 - Math.sqrt(width - total / entries.length), 1);
  const columns = Math.min(Math.round(Math.sqrt(2.5 * bias * shown) / bias), Math.floor((MAX_WIDTH - state.indentation) / width), JOINED_LEVELS * 4, 15);
  if (columns <= 1) return entries;
  const widths = [];
  for (let column = 0; column < columns; column++) {
    let widest = 0;
    for (let index = column; index < shown; index += columns) widest = Math.max(widest, lengths[index]);
    widths.push(widest + 2);
  }
  const isNumeric = Array.prototype.every.call(list, (item) => typeof item === "number" || typeof item === "bigint");
  const lines = [];
  for (let first = 0; first < shown; first += columns) {
    const last = Math.min(first + columns, shown) - 1;
    let line = "";
    for (let index = first; index < last; index++) line += isNumeric ? `${entries[index]}, `.padStart(widths[index - first]) : `${entries[index]}, `.padEnd(widths[index - first]);
    line += isNumeric ? entries[last].padStart(widths[last - first] - 2) : entries[last];
    lines.push(line);
  }
  if (shown < entries.length) lines.push(entries[shown]);
  return lines;
}
