/** Returns the number as a varint. */
export function encodeVarint(number) {
  return Uint8Array.from([number % 256]);
}

/** Returns value and size of the varint at the beginning, or null if it is not all there. */
export function decodeVarint(data) {
  return { value: data[0], size: data.length };
}
