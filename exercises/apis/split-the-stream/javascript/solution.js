const maxLength = 4 * 1024 * 1024;
const frame = 5;

/** Returns the complete messages, and the bytes that wait for more. */
export function takeMessages(data) {
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const messages = [];
  let at = 0;
  while (at < data.length) {
    if (data[at] !== 0) {
      throw new RangeError("compression was not agreed on");
    }
    if (data.length < at + frame) {
      break;
    }
    const length = view.getUint32(at + 1);
    if (length > maxLength) {
      throw new RangeError("the message is too long");
    }
    const end = at + frame + length;
    if (data.length < end) {
      break;
    }
    messages.push(data.slice(at + frame, end));
    at = end;
  }
  return { messages, rest: data.slice(at) };
}
