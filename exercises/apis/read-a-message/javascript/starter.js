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

/** Returns the values of all described fields. */
export function readMessage(data, fields) {
  const message = {};
  let at = 0;
  for (const { name, type } of Object.values(fields)) {
    [, at] = readVarint(data, at);
    if (type === "string") {
      let length;
      [length, at] = readVarint(data, at);
      message[name] = new TextDecoder().decode(data.subarray(at, at + length));
      at += length;
    } else {
      [message[name], at] = readVarint(data, at);
    }
  }
  return message;
}
