// Values: tagged JSON to JavaScript and back.

const MAX_DEPTH = 50; // of a value; the host's JSON reader takes 128 levels, and a tag takes one more for each of ours

export class UnsupportedValue extends Error {
  name = "UnsupportedValue";
}

export function fromTagged(value) {
  if (Array.isArray(value)) return value.map(fromTagged);
  if (value === null || typeof value !== "object") return value;
  const keys = Object.keys(value);
  if (keys.length === 1) {
    const content = value[keys[0]];
    switch (keys[0]) {
      case "$null":
        return null;
      case "$bytes":
        return Uint8Array.fromBase64(content);
      case "$big":
        return BigInt(content);
      case "$float":
        return { nan: NaN, inf: Infinity, "-inf": -Infinity }[content];
      case "$date":
        return new Date(content);
      case "$set":
        return new Set(content.map(fromTagged));
      case "$tuple":
        return content.map(fromTagged);
      case "$object":
        return fromObject(content);
    }
  }
  return fromObject(value);
}

function fromObject(value) {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fromTagged(item)]));
}

export function toTagged(value, inside = []) {
  switch (typeof value) {
    case "undefined":
      return null;
    case "boolean":
      return value;
    case "number":
      if (Number.isFinite(value)) return Object.is(value, -0) ? 0 : value;
      return { $float: Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf" };
    case "bigint":
      return { $big: value.toString() };
    case "string":
      return plainText(value);
    case "function":
    case "symbol":
      throw unsupported(`a ${typeof value}`);
  }
  if (value === null) return null;
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw unsupported("an invalid Date");
    return { $date: value.toISOString() };
  }
  if (value instanceof ArrayBuffer) return { $bytes: new Uint8Array(value).toBase64() };
  if (ArrayBuffer.isView(value)) return { $bytes: new Uint8Array(value.buffer, value.byteOffset, value.byteLength).toBase64() };
  // A wrapped primitive is that primitive.
  if (value instanceof String || value instanceof Number || value instanceof Boolean) return toTagged(value.valueOf(), inside);

  if (inside.length >= MAX_DEPTH) throw new UnsupportedValue(`the returned value is nested more than ${MAX_DEPTH} levels deep`);
  if (inside.includes(value)) throw new UnsupportedValue(`the returned ${typeName(value)} contains itself`);
  const deeper = [...inside, value];
  if (Array.isArray(value)) return Array.from(value, (item) => toTagged(item, deeper));
  if (value instanceof Set) return { $set: Array.from(value, (item) => toTagged(item, deeper)) };
  for (const type of [Promise, RegExp, Error, WeakMap, WeakSet, WeakRef]) {
    if (value instanceof type) throw unsupported(`a value of type ${typeName(value)}`);
  }
  let entries = Object.entries(value);
  if (value instanceof Map) {
    entries = [...value];
    if (entries.some(([key]) => typeof key !== "string")) throw new UnsupportedValue("a Map was returned with keys that are no strings; only strings can be keys here");
  }
  const tagged = Object.fromEntries(entries.map(([key, item]) => [plainText(key), toTagged(item, deeper)]));
  return entries.length === 1 && entries[0][0].startsWith("$") ? { $object: tagged } : tagged;
}

function plainText(text) {
  if (!text.isWellFormed()) throw new UnsupportedValue("text with half of a surrogate pair was returned, which no encoding can carry");
  return text;
}

function typeName(value) {
  return value.constructor?.name || "object";
}

function unsupported(what) {
  return new UnsupportedValue(`${what} was returned; return null, a boolean, number, BigInt, string, Uint8Array, array, Set, Map, plain object or Date`);
}
