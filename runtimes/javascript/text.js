// Text as bytes and back: UTF-8, as the Encoding Standard says. Global from the moment this is loaded, since libraries ask for it
// while they load.

class TextEncoder {
  get encoding() {
    return "utf-8";
  }

  encode(text = "") {
    const bytes = [];
    for (const character of String(text).toWellFormed()) {
      const code = character.codePointAt(0);
      if (code < 0x80) bytes.push(code);
      else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
      else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
      else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    }
    return new Uint8Array(bytes);
  }

  encodeInto(source, target) {
    let read = 0;
    let written = 0;
    for (const character of String(source).toWellFormed()) {
      const bytes = this.encode(character);
      if (written + bytes.length > target.length) break;
      target.set(bytes, written);
      written += bytes.length;
      read += character.length;
    }
    return { read, written };
  }
}

// UTF-8 as the Encoding Standard decodes it: each maximal part of a broken sequence becomes one U+FFFD.
class TextDecoder {
  #fatal;
  #ignoreMark;
  #rest = new Uint8Array();
  #isFirst = true;

  constructor(label = "utf-8", { fatal = false, ignoreBOM = false } = {}) {
    if (!["utf-8", "utf8", "unicode-1-1-utf-8"].includes(String(label).trim().toLowerCase())) throw new RangeError(`the encoding '${label}' is not supported; utf-8 is`);
    this.#fatal = Boolean(fatal);
    this.#ignoreMark = Boolean(ignoreBOM);
  }

  get encoding() {
    return "utf-8";
  }

  get fatal() {
    return this.#fatal;
  }

  get ignoreBOM() {
    return this.#ignoreMark;
  }

  decode(input = new Uint8Array(), { stream = false } = {}) {
    let bytes = ArrayBuffer.isView(input) ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength) : new Uint8Array(input);
    if (this.#rest.length > 0) {
      const whole = new Uint8Array(this.#rest.length + bytes.length);
      whole.set(this.#rest);
      whole.set(bytes, this.#rest.length);
      bytes = whole;
      this.#rest = new Uint8Array();
    }
    const pieces = [];
    let codes = [];
    const push = (code) => {
      codes.push(code);
      if (codes.length >= 4096) {
        pieces.push(String.fromCodePoint(...codes));
        codes = [];
      }
    };
    for (let at = 0; at < bytes.length; ) {
      const lead = bytes[at];
      if (lead < 0x80) {
        push(lead);
        at++;
        continue;
      }
      const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
      // The second byte's range is narrower after some leads: no overlong forms, no surrogates, nothing above U+10FFFF.
      let low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      let high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
      let code = length === 2 ? lead & 31 : length === 3 ? lead & 15 : lead & 7;
      let used = 1;
      while (used < length && at + used < bytes.length && bytes[at + used] >= low && bytes[at + used] <= high) {
        code = (code << 6) | (bytes[at + used] & 63);
        used++;
        low = 0x80;
        high = 0xbf;
      }
      if (used === length) push(code);
      else if (length > 0 && at + used === bytes.length && stream) {
        this.#rest = bytes.slice(at);
        break;
      } else if (this.#fatal) {
        throw new TypeError("the bytes are not valid UTF-8");
      } else push(0xfffd);
      at += used;
    }
    pieces.push(String.fromCodePoint(...codes));
    let text = pieces.join("");
    if (this.#isFirst && !this.#ignoreMark && text.startsWith("\ufeff")) text = text.slice(1);
    this.#isFirst = !stream;
    return text;
  }
}

for (const type of [TextEncoder, TextDecoder]) {
  Object.defineProperty(globalThis, type.name, { value: type, writable: true, configurable: true, enumerable: false });
}
