// Values: tagged JSON to JavaScript and back.
//
// A learner's code may have bent every built-in object by the time an answer is written. So the names used for that are bound
// here, before, and nothing is looked up on a prototype: no `map`, no `join`, no iteration of what is not ours.

const MAX_DEPTH = 50; // of a value; the host's JSON reader takes 128 levels, and a tag takes one more for each of ours

const { isArray } = Array;
const { keys: keysOf, defineProperty } = Object;
const { isFinite, isNaN } = Number;
const { stringify } = JSON;
const { isView } = ArrayBuffer;
const text = String;
const bigOf = BigInt;
const bytesOf = Uint8Array.fromBase64.bind(Uint8Array);
const uncurried = (method) => Function.prototype.call.bind(method);
const isWellFormed = uncurried(String.prototype.isWellFormed);
const startsWith = uncurried(String.prototype.startsWith);
const digitsOf = uncurried(BigInt.prototype.toString);
const timeOf = uncurried(Date.prototype.getTime);
const momentOf = uncurried(Date.prototype.toISOString);
const base64Of = uncurried(Uint8Array.prototype.toBase64);
const addToSet = uncurried(Set.prototype.add);
const eachOfSet = uncurried(Set.prototype.forEach);
const eachOfMap = uncurried(Map.prototype.forEach);
const primitiveOf = { String: uncurried(String.prototype.valueOf), Number: uncurried(Number.prototype.valueOf), Boolean: uncurried(Boolean.prototype.valueOf) };
const Types = { Date, ArrayBuffer, Uint8Array, Set, Map, String, Number, Boolean };
const refusedTypes = [Promise, RegExp, Error, WeakMap, WeakSet, WeakRef];

export class UnsupportedValue extends Error {
  name = "UnsupportedValue";
}

export function fromTagged(value) {
  if (isArray(value)) return listFromTagged(value);
  if (value === null || typeof value !== "object") return value;
  const keys = keysOf(value);
  if (keys.length === 1) {
    const content = value[keys[0]];
    switch (keys[0]) {
      case "$null":
        return null;
      case "$bytes":
        return bytesOf(content);
      case "$big":
        return bigOf(content);
      case "$float":
        return content === "nan" ? NaN : content === "inf" ? Infinity : -Infinity;
      case "$date":
        return new Types.Date(content);
      case "$set": {
        const set = new Types.Set();
        for (let n = 0; n < content.length; n++) addToSet(set, fromTagged(content[n]));
        return set;
      }
      case "$tuple":
        return listFromTagged(content);
      case "$object":
        return objectFromTagged(content);
    }
  }
  return objectFromTagged(value);
}

export function listFromTagged(list) {
  const values = [];
  for (let n = 0; n < list.length; n++) define(values, n, fromTagged(list[n]));
  return values;
}

function objectFromTagged(object) {
  const values = {};
  const keys = keysOf(object);
  for (let n = 0; n < keys.length; n++) define(values, keys[n], fromTagged(object[keys[n]]));
  return values;
}

// Defined, not assigned: an assignment to `__proto__` or past a setter on a prototype would do something else.
function define(object, key, value) {
  defineProperty(object, key, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
}

// JSON of a value, tagged. `inside` are the objects around it.
export function toTagged(value, inside = []) {
  switch (typeof value) {
    case "undefined":
      return "null";
    case "boolean":
      return value ? "true" : "false";
    case "number":
      if (isFinite(value)) return text(value);
      return `{"$float":"${isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf"}"}`;
    case "bigint":
      return `{"$big":"${digitsOf(value)}"}`;
    case "string":
      return plainText(value);
    case "function":
    case "symbol":
      throw unsupported(`a ${typeof value}`);
  }
  if (value === null) return "null";
  if (value instanceof Types.Date) {
    if (isNaN(timeOf(value))) throw unsupported("an invalid Date");
    return `{"$date":"${momentOf(value)}"}`;
  }
  if (value instanceof Types.ArrayBuffer) return `{"$bytes":"${base64Of(new Types.Uint8Array(value))}"}`;
  if (isView(value)) return `{"$bytes":"${base64Of(new Types.Uint8Array(value.buffer, value.byteOffset, value.byteLength))}"}`;
  // A wrapped primitive is that primitive.
  if (value instanceof Types.String) return toTagged(primitiveOf.String(value), inside);
  if (value instanceof Types.Number) return toTagged(primitiveOf.Number(value), inside);
  if (value instanceof Types.Boolean) return toTagged(primitiveOf.Boolean(value), inside);

  if (inside.length >= MAX_DEPTH) throw new UnsupportedValue(`the returned value is nested more than ${MAX_DEPTH} levels deep`);
  for (let n = 0; n < inside.length; n++) {
    if (inside[n] === value) throw new UnsupportedValue(`the returned ${typeName(value)} contains itself`);
  }
  inside[inside.length] = value;
  const tagged = toTaggedCollection(value, inside);
  inside.length--;
  return tagged;
}

function toTaggedCollection(value, inside) {
  let entries = "";
  const add = (entry) => {
    entries += entries === "" ? entry : `,${entry}`;
  };
  if (isArray(value)) {
    for (let n = 0; n < value.length; n++) add(toTagged(value[n], inside));
    return `[${entries}]`;
  }
  if (value instanceof Types.Set) {
    eachOfSet(value, (item) => add(toTagged(item, inside)));
    return `{"$set":[${entries}]}`;
  }
  for (let n = 0; n < refusedTypes.length; n++) {
    if (value instanceof refusedTypes[n]) throw unsupported(`a value of type ${typeName(value)}`);
  }
  let count = 0;
  let first = "";
  const addEntry = (key, item) => {
    if (count++ === 0) first = key;
    add(`${plainText(key)}:${toTagged(item, inside)}`);
  };
  if (value instanceof Types.Map) {
    eachOfMap(value, (item, key) => {
      if (typeof key !== "string") throw new UnsupportedValue(`a Map was returned with a key of type ${typeof key}; only strings can be keys here`);
      addEntry(key, item);
    });
  } else {
    const keys = keysOf(value);
    for (let n = 0; n < keys.length; n++) addEntry(keys[n], value[keys[n]]);
  }
  return count === 1 && startsWith(first, "$") ? `{"$object":{${entries}}}` : `{${entries}}`;
}

function plainText(value) {
  if (!isWellFormed(value)) throw new UnsupportedValue("text with half of a surrogate pair was returned, which no encoding can carry");
  return stringify(value);
}

function typeName(value) {
  return value.constructor?.name || "object";
}

function unsupported(what) {
  return new UnsupportedValue(`${what} was returned; return null, a boolean, number, BigInt, string, Uint8Array, array, Set, Map, plain object or Date`);
}
