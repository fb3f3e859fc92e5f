// Headers, Request and Response, as the Fetch Standard has them, and a fetch that asks the host.

import { Blob, FormData, bytesOf, joined, multipart, readForm, streamOf } from "<backroad>/forms.js";
import { showAs } from "<backroad>/inspect.js";
import { ReadableStream } from "<backroad>/platform.js";
import { AbortController, AbortSignal } from "<backroad>/targets.js";
import { URL, URLSearchParams } from "<backroad>/url.js";

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const NULL_BODY_STATUSES = [101, 204, 205, 304];
const REDIRECT_STATUSES = [301, 302, 303, 307, 308];
const MAX_REDIRECTS = 20;

function headerName(name) {
  if (!TOKEN.test(name)) throw new TypeError(`"${name}" is an invalid header name.`);
  return String(name).toLowerCase();
}

function headerValue(value) {
  const text = String(value).replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, "");
  if (/[\0\n\r]|[^\0-\xff]/.test(text)) throw new TypeError(`"${text}" is an invalid header value.`);
  return text;
}

export class Headers {
  #values = new Map(); // from the name in lower case to all its values

  constructor(init = undefined) {
    if (init === undefined) return;
    if (init === null || typeof init !== "object") throw new TypeError("Headers are made from an object, a list of pairs or other Headers");
    if (typeof init[Symbol.iterator] !== "function") {
      for (const name of Object.keys(init)) this.append(name, init[name]);
      return;
    }
    for (const pair of init) {
      const [name, value, ...more] = pair;
      if (value === undefined || more.length > 0) throw new TypeError("each header must be a pair of name and value");
      this.append(name, value);
    }
  }

  append(name, value) {
    const key = headerName(name);
    const text = headerValue(value);
    const values = this.#values.get(key);
    if (values) values.push(text);
    else this.#values.set(key, [text]);
  }

  set(name, value) {
    this.#values.set(headerName(name), [headerValue(value)]);
  }

  delete(name) {
    this.#values.delete(headerName(name));
  }

  get(name) {
    return this.#values.get(headerName(name))?.join(", ") ?? null;
  }

  getSetCookie() {
    return [...(this.#values.get("set-cookie") ?? [])];
  }

  has(name) {
    return this.#values.has(headerName(name));
  }

  forEach(callback, receiver) {
    for (const [name, value] of this) callback.call(receiver, value, name, this);
  }

  // By name; cookies one by one, since they cannot be joined.
  *entries() {
    for (const name of [...this.#values.keys()].sort()) {
      const values = this.#values.get(name) ?? [];
      if (name === "set-cookie") for (const value of values) yield [name, value];
      else yield [name, values.join(", ")];
    }
  }

  *keys() {
    for (const [name] of this) yield name;
  }

  *values() {
    for (const [, value] of this) yield value;
  }

  [Symbol.iterator]() {
    return this.entries();
  }

  get [Symbol.toStringTag]() {
    return "Headers";
  }
}

// What a body may be made from, as { bytes } or { stream }, with the content type that goes with it.
function extract(init) {
  if (init === null || init === undefined) return { bytes: null };
  if (init instanceof ReadableStream) {
    if (init.locked) throw new TypeError("Response body object should not be disturbed or locked");
    return { bytes: null, stream: init };
  }
  if (init instanceof ArrayBuffer || ArrayBuffer.isView(init)) return { bytes: bytesOf(init).slice() };
  if (init instanceof Blob) return { bytes: bytesOf(init), type: init.type || undefined };
  if (init instanceof FormData) return multipart(init);
  if (init instanceof URLSearchParams) return { bytes: bytesOf(String(init)), type: "application/x-www-form-urlencoded;charset=UTF-8" };
  return { bytes: bytesOf(String(init)), type: "text/plain;charset=UTF-8" };
}

async function readAll(stream) {
  const reader = stream.getReader();
  const chunks = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined([new Uint8Array(), ...chunks]);
    if (!(value instanceof Uint8Array)) throw new TypeError("Received non-Uint8Array chunk");
    chunks.push(value);
  }
}

let copyBody; // the parts of a copy of a body
let takeBody; // the parts of a body, which counts as read then

// What Request and Response share. Bytes become a stream only for who asks for one.
class Body {
  #bytes;
  #stream;
  #isUsed = false;
  #headers;

  constructor({ bytes, stream = null }, type, headers) {
    this.#bytes = bytes;
    this.#stream = stream;
    this.#headers = headers;
    if (type !== undefined && !headers.has("content-type")) headers.set("content-type", type);
  }

  get headers() {
    return this.#headers;
  }

  get body() {
    if (this.#bytes !== null && this.#stream === null) {
      this.#stream = streamOf(this.#bytes, () => {
        this.#isUsed = true;
      });
      if (this.#isUsed) this.#stream.cancel();
    }
    return this.#stream;
  }

  get bodyUsed() {
    return this.#isUsed || (this.#stream?.locked ?? false);
  }

  async #read() {
    if (this.bodyUsed) throw new TypeError("Body is unusable: Body has already been read");
    this.#isUsed = this.#bytes !== null || this.#stream !== null;
    if (this.#bytes === null) return this.#stream ? readAll(this.#stream) : new Uint8Array();
    this.#stream?.cancel();
    return this.#bytes;
  }

  static {
    copyBody = (from) => {
      if (from.bodyUsed) throw new TypeError("Body is unusable: Body has already been read");
      if (from.#bytes !== null || !from.#stream) return { bytes: from.#bytes };
      const [one, other] = from.#stream.tee();
      from.#stream = one;
      return { bytes: null, stream: other };
    };
    takeBody = (from) => {
      if (from.bodyUsed) throw new TypeError("Cannot construct a Request with a Request object that has already been used.");
      from.#isUsed = from.#bytes !== null || from.#stream !== null;
      return from.#bytes === null ? { bytes: null, stream: from.#stream } : { bytes: from.#bytes };
    };
  }

  async text() {
    return new TextDecoder().decode(await this.#read());
  }

  async json() {
    return JSON.parse(new TextDecoder().decode(await this.#read()));
  }

  async bytes() {
    return (await this.#read()).slice();
  }

  async arrayBuffer() {
    return (await this.#read()).slice().buffer;
  }

  async blob() {
    return new Blob([await this.#read()], { type: this.#headers.get("content-type") ?? "" });
  }

  async formData() {
    return readForm(await this.#read(), this.#headers.get("content-type") ?? "");
  }
}

export class Request extends Body {
  #url;
  #method;
  #signal;
  #options;

  constructor(input, init = {}) {
    const from = input instanceof Request ? input : null;
    let method = String(init.method ?? from?.method ?? "GET");
    if (!TOKEN.test(method)) throw new TypeError(`'${method}' is not a valid HTTP method.`);
    if (/^(?:DELETE|GET|HEAD|OPTIONS|POST|PUT)$/i.test(method)) method = method.toUpperCase();
    const hasNone = method === "GET" || method === "HEAD";
    if (hasNone && init.body !== undefined && init.body !== null) throw new TypeError("Request with GET/HEAD method cannot have body.");
    const url = from ? from.url : absolute(input);
    const headers = new Headers(init.headers ?? from?.headers);
    const given = init.body !== undefined && init.body !== null ? extract(init.body) : from && !hasNone ? takeBody(from) : { bytes: null };
    super(given, given.type, headers);
    this.#url = url;
    this.#method = method;
    this.#signal = init.signal ?? from?.signal ?? null;
    const defaults = { cache: "default", credentials: "same-origin", integrity: "", keepalive: false, mode: "cors", redirect: "follow", referrer: "about:client", referrerPolicy: "" };
    this.#options = Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, init[name] ?? from?.[name] ?? value]));
  }

  get url() {
    return this.#url;
  }

  get method() {
    return this.#method;
  }

  get signal() {
    if (this.#signal === null) this.#signal = new AbortController().signal;
    return this.#signal;
  }

  get destination() {
    return "";
  }

  get duplex() {
    return "half";
  }

  static {
    for (const name of ["cache", "credentials", "integrity", "keepalive", "mode", "redirect", "referrer", "referrerPolicy"]) {
      Object.defineProperty(Request.prototype, name, {
        get() {
          return this.#options[name];
        },
        configurable: true,
        enumerable: true,
      });
    }
  }

  clone() {
    const { bytes, stream } = copyBody(this);
    return new Request(this.#url, { ...this.#options, method: this.#method, headers: this.headers, body: stream ?? bytes, signal: this.#signal ?? undefined });
  }

  get [Symbol.toStringTag]() {
    return "Request";
  }
}

// Addresses of which parsing would change nothing, spared half a millisecond: that long it takes here.
const PLAIN_URL = /^http:\/\/localhost\/(?!.*\/\.)[\w\-.~!$&()*+,;=:@%/]*(?:\?[\w\-.~!$&()*+,;=:@%/?]*)?$/;

function absolute(input) {
  if (typeof input === "string" && PLAIN_URL.test(input) && !/\/(?:%2e)/i.test(input)) return input;
  let url;
  try {
    url = new URL(String(input));
  } catch (cause) {
    throw new TypeError(`Failed to parse URL from ${input}`, { cause });
  }
  if (url.username || url.password) throw new TypeError(`Request cannot be constructed from a URL that includes credentials: ${input}`);
  return url.href;
}

// What Node knows of the words beside a status.
const STATUS_TEXTS = {
  200: "OK", 201: "Created", 202: "Accepted", 204: "No Content", 206: "Partial Content", 301: "Moved Permanently", 302: "Found", 303: "See Other", 304: "Not Modified",
  307: "Temporary Redirect", 308: "Permanent Redirect", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 409: "Conflict",
  410: "Gone", 418: "I'm a Teapot", 422: "Unprocessable Entity", 429: "Too Many Requests", 500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway",
  503: "Service Unavailable", 504: "Gateway Timeout",
};

let received; // a response as it came from another host

export class Response extends Body {
  #status;
  #statusText;
  #type = "default";
  #url = "";
  #redirected = false;

  constructor(body = null, init = {}) {
    const status = init?.status === undefined ? 200 : Math.trunc(Number(init.status));
    if (!(status >= 200 && status <= 599)) throw new RangeError('init["status"] must be in the range of 200 to 599, inclusive.');
    const statusText = String(init?.statusText ?? "");
    if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(statusText)) throw new TypeError("Invalid statusText");
    const given = extract(body);
    if ((given.bytes !== null || given.stream) && NULL_BODY_STATUSES.includes(status)) throw new TypeError(`Response constructor: Invalid response status code ${status}`);
    super(given, given.type, new Headers(init?.headers ?? undefined));
    this.#status = status;
    this.#statusText = statusText;
  }

  static json(data, init = {}) {
    const body = JSON.stringify(data);
    if (body === undefined) throw new TypeError("Value is not JSON serializable");
    const headers = new Headers(init?.headers ?? undefined);
    if (!headers.has("content-type")) headers.set("content-type", "application/json");
    return new Response(body, { ...init, headers });
  }

  static redirect(url, status = 302) {
    if (!REDIRECT_STATUSES.includes(status)) throw new RangeError(`Invalid status code ${status}`);
    return new Response(null, { status, headers: { location: absolute(url) } });
  }

  static error() {
    const response = new Response();
    response.#type = "error";
    response.#status = 0;
    return response;
  }

  get status() {
    return this.#status;
  }

  get statusText() {
    return this.#statusText;
  }

  get ok() {
    return this.#status >= 200 && this.#status <= 299;
  }

  get type() {
    return this.#type;
  }

  get url() {
    return this.#url;
  }

  get redirected() {
    return this.#redirected;
  }

  static {
    received = (status, headers, body, url, redirected) => {
      const response = new Response(NULL_BODY_STATUSES.includes(status) ? null : body, { status, statusText: STATUS_TEXTS[status] ?? "", headers });
      response.#type = "basic";
      response.#url = url;
      response.#redirected = redirected;
      return response;
    };
  }

  clone() {
    const { bytes, stream } = copyBody(this);
    return new Response(stream ?? bytes, { status: this.#status, statusText: this.#statusText, headers: this.headers });
  }

  get [Symbol.toStringTag]() {
    return "Response";
  }
}

showAs(Headers, (headers) => [...headers]);
showAs(Request, (request) => ["method", "url", "headers", "bodyUsed"].map((part) => [part, request[part]]));
showAs(Response, (response) => ["status", "statusText", "headers", "bodyUsed", "ok", "type"].map((part) => [part, response[part]]));

const failed = (reason, code) => new TypeError("fetch failed", { cause: code ? Object.assign(new Error(reason), { code }) : new Error(reason) });

// The request that follows a redirect, which may lose its body, and tells another host no secrets.
function redirected({ method, url, headers, body }, status, to) {
  const next = { method, url: to.href, headers: new Headers(headers), body };
  if (((status === 301 || status === 302) && method === "POST") || (status === 303 && method !== "GET" && method !== "HEAD")) {
    next.method = "GET";
    next.body = new Uint8Array();
    for (const name of ["content-encoding", "content-language", "content-length", "content-location", "content-type"]) next.headers.delete(name);
  }
  if (to.origin !== new URL(url).origin) for (const name of ["authorization", "cookie", "host"]) next.headers.delete(name);
  return next;
}

// The fetch of one guest. `ask` passes a question to the host; `wait` lets virtual time pass.
export function makeFetch(ask, wait) {
  return async function fetch(input, init) {
    const request = new Request(input, init);
    const { signal } = request;
    signal.throwIfAborted();
    let sent = { method: request.method, url: request.url, headers: request.headers, body: await request.bytes() };
    for (let count = 0; ; count++) {
      const answer = ask(`{"http":{"method":${JSON.stringify(sent.method)},"url":${JSON.stringify(sent.url)},"headers":${JSON.stringify([...sent.headers])},"body":"${sent.body.toBase64()}"}}`);
      if (answer === null) throw failed(`there is no network in the sandbox, so ${sent.url} cannot be reached`);
      if (!answer.response) throw failed(String(answer.refused ?? answer.malformed), answer.refused ? "ENOTFOUND" : undefined);
      if (answer.after_ms > 0) await wait(answer.after_ms, signal);
      const { status, headers, body } = answer.response;
      const given = new Headers(headers);
      const location = REDIRECT_STATUSES.includes(status) ? given.get("location") : null;
      if (location === null || request.redirect === "manual") return received(status, given, Uint8Array.fromBase64(body), sent.url, count > 0);
      if (request.redirect === "error") throw failed("unexpected redirect");
      if (count >= MAX_REDIRECTS) throw failed("redirect count exceeded");
      sent = redirected(sent, status, new URL(location, sent.url));
    }
  };
}

export const webTypes = { AbortController, AbortSignal, Blob, FormData, Headers, Request, Response };
