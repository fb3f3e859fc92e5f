// Blob, File and FormData, and the two ways in which forms travel.

import { ReadableStream } from "<backroad>/platform.js";
import { URLSearchParams } from "<backroad>/url.js";

// The bytes of text, or of what holds bytes, not copied.
export function bytesOf(value) {
  if (value instanceof Blob) return blobBytes(value);
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return new TextEncoder().encode(value);
}

export function joined(chunks) {
  if (chunks.length === 1) return chunks[0];
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

// A stream of bytes that says when somebody begins to read it.
export function streamOf(bytes, begin = () => {}) {
  const source = {
    pull(controller) {
      begin();
      if (bytes.length > 0) controller.enqueue(bytes.slice());
      controller.close();
    },
    cancel: begin,
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}

let blobBytes;

export class Blob {
  #bytes;
  #type;

  static {
    blobBytes = (blob) => blob.#bytes;
  }

  constructor(parts = [], { type = "" } = {}) {
    if (typeof parts !== "object" || parts === null || typeof parts[Symbol.iterator] !== "function") throw new TypeError("The blob parts must be a sequence");
    this.#bytes = joined([new Uint8Array(), ...Array.from(parts, bytesOf)]);
    this.#type = /^[\x20-\x7e]*$/.test(type) ? String(type).toLowerCase() : "";
  }

  get size() {
    return this.#bytes.length;
  }

  get type() {
    return this.#type;
  }

  async text() {
    return new TextDecoder().decode(this.#bytes);
  }

  async arrayBuffer() {
    return this.#bytes.slice().buffer;
  }

  async bytes() {
    return this.#bytes.slice();
  }

  slice(start = 0, end = this.size, type = "") {
    return new Blob([this.#bytes.subarray(start < 0 ? Math.max(this.size + start, 0) : start, end < 0 ? Math.max(this.size + end, 0) : end)], { type });
  }

  stream() {
    return streamOf(this.#bytes);
  }

  get [Symbol.toStringTag]() {
    return "Blob";
  }
}

export class File extends Blob {
  #name;
  #lastModified;

  constructor(parts, name, options = {}) {
    super(parts, options);
    this.#name = String(name);
    this.#lastModified = Number(options.lastModified ?? Date.now());
  }

  get name() {
    return this.#name;
  }

  get lastModified() {
    return this.#lastModified;
  }

  get [Symbol.toStringTag]() {
    return "File";
  }
}

export class FormData {
  #entries = [];

  append(name, value, filename) {
    this.#entries.push(entry(name, value, filename));
  }

  set(name, value, filename) {
    const at = this.#entries.findIndex(([other]) => other === String(name));
    if (at < 0) this.append(name, value, filename);
    else {
      this.#entries = this.#entries.filter(([other], index) => index === at || other !== String(name));
      this.#entries[at] = entry(name, value, filename);
    }
  }

  delete(name) {
    this.#entries = this.#entries.filter(([other]) => other !== String(name));
  }

  get(name) {
    return this.#entries.find(([other]) => other === String(name))?.[1] ?? null;
  }

  getAll(name) {
    return this.#entries.filter(([other]) => other === String(name)).map(([, value]) => value);
  }

  has(name) {
    return this.#entries.some(([other]) => other === String(name));
  }

  forEach(callback, receiver) {
    for (const [name, value] of this) callback.call(receiver, value, name, this);
  }

  *entries() {
    for (const [name, value] of this.#entries) yield [name, value];
  }

  *keys() {
    for (const [name] of this.#entries) yield name;
  }

  *values() {
    for (const [, value] of this.#entries) yield value;
  }

  [Symbol.iterator]() {
    return this.entries();
  }

  get [Symbol.toStringTag]() {
    return "FormData";
  }
}

function entry(name, value, filename) {
  if (!(value instanceof Blob)) return [String(name), String(value)];
  if (value instanceof File && filename === undefined) return [String(name), value];
  return [String(name), new File([value], filename ?? "blob", { type: value.type })];
}

// Form data as multipart/form-data (RFC 7578): the bytes, and the content type with the boundary.
export function multipart(form) {
  const boundary = `----formdata-${Math.random().toString(36).slice(2).padEnd(12, "0")}`;
  const escaped = (text) => text.replace(/\n/g, "%0A").replace(/\r/g, "%0D").replace(/"/g, "%22");
  const chunks = [];
  for (const [name, value] of form) {
    const disposition = `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"`;
    if (value instanceof Blob) {
      const type = value.type || "application/octet-stream";
      chunks.push(bytesOf(`${disposition}; filename="${escaped(value.name)}"\r\nContent-Type: ${type}\r\n\r\n`), blobBytes(value), bytesOf("\r\n"));
    } else chunks.push(bytesOf(`${disposition}\r\n\r\n${value.replace(/\r\n|\r|\n/g, "\r\n")}\r\n`));
  }
  chunks.push(bytesOf(`--${boundary}--\r\n`));
  return { bytes: joined(chunks), type: `multipart/form-data; boundary=${boundary}` };
}

// The form in a body of this content type. Throws a TypeError if it is none.
export function readForm(bytes, contentType) {
  const [type] = contentType.split(";");
  switch (type.trim().toLowerCase()) {
    case "application/x-www-form-urlencoded": {
      const form = new FormData();
      for (const [name, value] of new URLSearchParams(new TextDecoder().decode(bytes))) form.append(name, value);
      return form;
    }
    case "multipart/form-data":
      return readMultipart(bytes, contentType);
    default:
      throw new TypeError(`Content-Type was not one of "multipart/form-data" or "application/x-www-form-urlencoded"; it is ${contentType === "" ? "missing" : `"${contentType}"`}`);
  }
}

function readMultipart(bytes, contentType) {
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
  if (!boundary) throw new TypeError("multipart/form-data without a boundary in Content-Type");
  // A character for each byte, so that text can be searched and bytes come out unchanged.
  let text = "\r\n";
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  const toBytes = (part) => Uint8Array.from(part, (character) => character.charCodeAt(0));
  const parts = text.split(`\r\n--${boundary[1] ?? boundary[2]}`).slice(1);
  if (parts.length === 0 || !parts.at(-1).startsWith("--")) throw new TypeError("the multipart/form-data body ends before its last boundary");
  const form = new FormData();
  for (const part of parts.slice(0, -1)) {
    const end = part.indexOf("\r\n\r\n");
    const head = new TextDecoder().decode(toBytes(part.slice(0, Math.max(end, 0))));
    const name = /content-disposition:[^\r\n]*[;\s]name="([^"]*)"/i.exec(head);
    if (!name) throw new TypeError("a part of the multipart/form-data body has no name");
    const filename = /content-disposition:[^\r\n]*[;\s]filename="([^"]*)"/i.exec(head);
    const unescaped = (value) => value.replace(/%0A/gi, "\n").replace(/%0D/gi, "\r").replace(/%22/g, '"');
    const content = toBytes(part.slice(end + 4));
    if (!filename) form.append(unescaped(name[1]), new TextDecoder().decode(content));
    else {
      const type = /content-type:\s*([^\r\n]+)/i.exec(head)?.[1] ?? "text/plain";
      form.append(unescaped(name[1]), new File([content], unescaped(filename[1]), { type }));
    }
  }
  return form;
}
