/** Throws if the first bytes show that no good frame can follow. */
function refuseWhatIsWrong(data) {
  if (data.length > 0 && (data[0] & 0x70) !== 0) {
    throw new RangeError("a bit without an agreed meaning is set");
  }
  if (data.length < 2) {
    return;
  }
  if ((data[1] & 0x80) === 0) {
    throw new RangeError("a client must mask");
  }
  const isControl = (data[0] & 0x0f) >= 8;
  if (isControl && ((data[0] & 0x80) === 0 || (data[1] & 0x7f) > 125)) {
    throw new RangeError("a control frame is short and in one piece");
  }
}

/** Returns the length of the content and where the mask begins, or null if they are not there. */
function readLength(data) {
  const short = data[1] & 0x7f;
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  if (short < 126) {
    return { length: short, at: 2 };
  }
  if (short === 126) {
    return data.length < 4 ? null : { length: view.getUint16(2), at: 4 };
  }
  return data.length < 10 ? null : { length: Number(view.getBigUint64(2)), at: 10 };
}

/** Returns the first frame in the bytes, or null if it is not all there. */
export function readFrame(data) {
  refuseWhatIsWrong(data);
  const where = data.length < 2 ? null : readLength(data);
  if (where === null || data.length < where.at + 4 + where.length) {
    return null;
  }
  const mask = data.subarray(where.at, where.at + 4);
  const size = where.at + 4 + where.length;
  return {
    last: (data[0] & 0x80) !== 0,
    kind: data[0] & 0x0f,
    content: data.slice(where.at + 4, size).map((byte, i) => byte ^ mask[i % 4]),
    size,
  };
}
