const wireTypes = { uint: 0, bool: 0, string: 2 };
const defaults = { uint: 0, bool: false, string: "" };

/** Returns the number at this place and the place behind it. */
function readVarint(data, at) {
  let value = 0;
  let place = 1;
  for (const byte of data.subarray(at, at + 10)) {
    value += (byte & 127) * place;
    place *= 128;
    at += 1;
    if (byte < 128) {
      return [value, at];
    }
  }
  throw new RangeError("the bytes end within a number");
}

/** Returns the content at this place, a number or bytes, and the place behind it. */
function readContent(data, at, wireType) {
  if (wireType === 0) {
    return readVarint(data, at);
  }
  let length;
  if (wireType === 2) {
    [length, at] = readVarint(data, at);
  } else if (wireType === 1 || wireType === 5) {
    length = wireType === 1 ? 8 : 4;
  } else {
    throw new RangeError("an unknown wire type");
  }
  if (at + length > data.length) {
    throw new RangeError("the bytes end within a field");
  }
  return [data.subarray(at, at + length), at + length];
}

/** What the content means for a field of this type. */
function asValue(content, type) {
  if (type === "string") {
    return new TextDecoder().decode(content);
  }
  return type === "bool" ? content !== 0 : content;
}

/** Returns the values of all described fields. */
export function readMessage(data, fields) {
  const message = {};
  for (const { name, type, repeated } of Object.values(fields)) {
    message[name] = repeated ? [] : defaults[type];
  }
  let at = 0;
  while (at < data.length) {
    let tag;
    let content;
    [tag, at] = readVarint(data, at);
    const number = Math.floor(tag / 8);
    const wireType = tag % 8;
    if (number === 0) {
      throw new RangeError("no field has the number 0");
    }
    [content, at] = readContent(data, at, wireType);
    const field = fields[number];
    if (field === undefined) {
      continue;
    }
    if (wireType !== wireTypes[field.type]) {
      throw new RangeError("the field has another type than described");
    }
    const value = asValue(content, field.type);
    if (field.repeated) {
      message[field.name].push(value);
    } else {
      message[field.name] = value;
    }
  }
  return message;
}
