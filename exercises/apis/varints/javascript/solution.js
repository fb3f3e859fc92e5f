/** Returns the number as a varint. */
export function encodeVarint(number) {
  const out = [];
  while (number >= 128) {
    out.push((number % 128) + 128);
    number = Math.floor(number / 128);
  }
  out.push(number);
  return Uint8Array.from(out);
}

/** Returns value and size of the varint at the beginning, or null if it is not all there. */
export function decodeVarint(data) {
  let value = 0;
  let place = 1;
  for (const [i, byte] of data.subarray(0, 10).entries()) {
    value += (byte & 127) * place;
    if (byte < 128) {
      return { value, size: i + 1 };
    }
    place *= 128;
  }
  if (data.length >= 10) {
    throw new RangeError("a varint has ten bytes at most");
  }
  return null;
}
