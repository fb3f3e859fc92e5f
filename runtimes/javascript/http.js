// The `http` operation: a request to the learner's `export default { fetch }`, and the response that came back.
//
// Like values.js it binds what it needs before any learner's code runs.

import { Headers, Request, Response } from "<backroad>/fetch.js";

const { apply } = Reflect;
const { stringify } = JSON;
const uncurried = (method) => Function.prototype.call.bind(method);
const base64Of = uncurried(Uint8Array.prototype.toBase64);
const bytesOf = Uint8Array.fromBase64.bind(Uint8Array);
const readBody = uncurried(Response.prototype.bytes);
const getter = (name) => uncurried(Object.getOwnPropertyDescriptor(Response.prototype, name).get);
const statusOf = getter("status");
const headersOf = uncurried(Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Response.prototype), "headers").get);
const eachHeader = uncurried(Headers.prototype.forEach);

function requestOf({ method, path, headers, body }) {
  const sent = new Headers(headers);
  if (!sent.has("host")) sent.set("host", "localhost");
  const bytes = body === "" ? undefined : bytesOf(body);
  return new Request(`http://localhost${path}`, { method, headers: sent, body: bytes });
}

export function makeHttp({ loop, loaded, raised, unsettled }) {
  // Waits for a value; gives { value }, or { answer } where something went wrong.
  function settle(value, what) {
    const settled = loop.watch(value);
    loop.runWhile(() => settled.state === "pending");
    if (settled.state === "rejected") return { answer: raised(settled.value) };
    const failure = loop.takeFailure();
    if (failure) return { answer: raised(failure.value) };
    if (settled.state === "pending") return { answer: raised(unsettled(what)) };
    return { value: settled.value };
  }

  return function http({ request }) {
    let returned;
    try {
      const handler = loaded()?.default;
      const fetch = typeof handler === "function" ? handler : handler?.fetch;
      if (typeof fetch !== "function") return `{"missing":"fetch"}`;
      returned = apply(fetch, handler, [requestOf(request), {}]);
    } catch (error) {
      return raised(error);
    }
    const response = settle(returned, "the promise that fetch returned");
    if (response.answer) return response.answer;
    if (!(response.value instanceof Response)) {
      const error = new TypeError(`fetch must return a Response, and returned ${response.value === null ? "null" : typeof response.value === "object" ? "another object" : typeof response.value}`);
      error.stack = "";
      return raised(error);
    }
    const body = settle(readBody(response.value), "the response's body");
    if (body.answer) return body.answer;
    let headers = "";
    eachHeader(headersOf(response.value), (value, name) => {
      headers += `${headers === "" ? "" : ","}[${stringify(name)},${stringify(value)}]`;
    });
    return `{"response":{"status":${statusOf(response.value)},"headers":[${headers}],"body":"${base64Of(body.value)}"}}`;
  };
}
