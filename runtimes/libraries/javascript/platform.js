// What the JavaScript guest takes from libraries: streams, and the small modules of Node.

export { showAssertedBy } from "./asserted.js";

import { isDeepStrictEqual } from "assert/build/internal/util/comparisons.js";
import { Buffer } from "buffer/";

export { default as assert } from "assert/";
export { default as events } from "events/";
export { default as path } from "path-browserify";
export { default as util } from "util/";
export * from "web-streams-polyfill";
export { Buffer, isDeepStrictEqual };

// The library reads base64url, but does not know it by name.
const { from, isEncoding } = Buffer;
const { toString, write } = Buffer.prototype;
const isBase64Url = (encoding) => typeof encoding === "string" && encoding.toLowerCase() === "base64url";
Buffer.isEncoding = (encoding) => isBase64Url(encoding) || isEncoding(encoding);
Buffer.from = (value, encoding, length) => from(value, isBase64Url(encoding) ? "base64" : encoding, length);
Buffer.prototype.toString = function (encoding, start, end) {
  if (!isBase64Url(encoding)) return toString.call(this, encoding, start, end);
  return toString.call(this, "base64", start, end).replace(/=+$/, "").replaceAll("+", "-").replaceAll("/", "_");
};
Buffer.prototype.write = function (text, ...rest) {
  return write.call(this, text, ...rest.map((argument) => (isBase64Url(argument) ? "base64" : argument)));
};
