import assert from "node:assert/strict";
import { EventEmitter, once } from "node:events";
import path from "node:path";

const { deepEqual, equal, rejects, throws } = assert;

const headers = new Headers({ b: "2", A: " 1 " });
headers.append("a", "3");
headers.append("Set-Cookie", "x=1");
headers.append("set-cookie", "y=2");
deepEqual([...headers], [["a", "1, 3"], ["b", "2"], ["set-cookie", "x=1"], ["set-cookie", "y=2"]]);
deepEqual(headers.getSetCookie(), ["x=1", "y=2"]);
equal(headers.get("nope"), null);
for (const wrong of [{ "a b": "1" }, { a: "1\n2" }, { é: "1" }, [["a"]]]) throws(() => new Headers(wrong), TypeError);

const request = new Request("http://localhost/a/../b?q=ä", { method: "post", body: JSON.stringify({ a: 1 }), headers: { "content-type": "application/json" } });
const copy = request.clone();
equal(request.url, "http://localhost/b?q=%C3%A4");
equal(request.method, "POST");
deepEqual(await request.json(), { a: 1 });
deepEqual([request.bodyUsed, copy.bodyUsed, await copy.text()], [true, false, '{"a":1}']);
await rejects(request.text(), TypeError);
const taken = new Request(new Request("http://x/", { method: "PUT", body: "abc" }), { headers: { a: "1" } });
deepEqual([await taken.text(), taken.method, taken.headers.get("a")], ["abc", "PUT", "1"]);
throws(() => new Request("http://x/", { body: "a" }), TypeError);
throws(() => new Request("/x"), TypeError);
for (const address of ["/", "/%2e%2e/x", "/a b", "/x?z='", "//x", "/a?x=/../y", "/a?b#c", "/.well-known/x"]) {
  equal(new Request(`http://localhost${address}`).url, new URL(`http://localhost${address}`).href);
}

const made = Response.json({ a: [1] }, { status: 201, statusText: "Made", headers: { x: "y" } });
deepEqual([made.status, made.ok, made.statusText, [...made.headers]], [201, true, "Made", [["content-type", "application/json"], ["x", "y"]]]);
deepEqual(await made.json(), { a: [1] });
equal(Response.redirect("http://x/y", 301).headers.get("location"), "http://x/y");
throws(() => Response.redirect("http://x/y", 200), RangeError);
throws(() => new Response("", { status: 600 }), RangeError);
throws(() => new Response("x", { status: 204 }), TypeError);
equal(new Response(null, { status: 204 }).body, null);
deepEqual([...new Uint8Array(await new Response(new Uint8Array([1, 2])).arrayBuffer())], [1, 2]);

const sent = new Request("http://x/", { method: "POST", body: new URLSearchParams({ a: "1", b: "ä&" }) });
deepEqual([...(await sent.formData())], [["a", "1"], ["b", "ä&"]]);
const form = new FormData();
form.append("a", "1");
form.append("f", new File(["hé\0llo"], "x.txt", { type: "text/plain" }));
const received = await new Response(form).formData();
const file = received.get("f");
deepEqual([received.get("a"), file.name, file.type, file.size, await file.text()], ["1", "x.txt", "text/plain", 7, "hé\0llo"]);
await rejects(new Response("x").formData(), TypeError);

const later = () => new Promise((resolve) => setTimeout(resolve, 5));
const stream = new ReadableStream({
  async start(controller) {
    controller.enqueue(new TextEncoder().encode("a"));
    await later();
    controller.enqueue(new TextEncoder().encode("b"));
    controller.close();
  },
});
const streamed = new Response(stream);
const again = streamed.clone();
deepEqual([await streamed.text(), await again.text(), streamed.body instanceof ReadableStream], ["ab", "ab", true]);
const read = new Response("abc");
const seen = [];
for await (const chunk of read.body) seen.push(...chunk);
deepEqual([seen, read.bodyUsed], [[97, 98, 99], true]);
const raising = new TransformStream({ transform: (chunk, controller) => controller.enqueue(chunk.map((byte) => byte - 32)) });
equal(await new Response(new Response("abc").body.pipeThrough(raising)).text(), "ABC");
const blob = new Blob(["ab", new Uint8Array([99])], { type: "Text/Plain" });
deepEqual([blob.size, blob.type, await blob.slice(-2).text()], [3, "text/plain", "bc"]);

const controller = new AbortController();
let heard = 0;
controller.signal.addEventListener("abort", () => heard++);
controller.abort();
controller.abort();
deepEqual([heard, controller.signal.aborted, controller.signal.reason.name], [1, true, "AbortError"]);
const timeout = AbortSignal.timeout(1);
await later();
equal(timeout.reason.name, "TimeoutError");
equal(AbortSignal.any([new AbortController().signal, AbortSignal.abort("why")]).reason, "why");
throws(() => new AbortSignal(), TypeError);
const target = new EventTarget();
const details = [];
target.addEventListener("a", ({ detail }) => details.push(detail), { once: true });
target.dispatchEvent(new CustomEvent("a", { detail: 5 }));
target.dispatchEvent(new Event("a"));
deepEqual(details, [5]);

const emitter = new EventEmitter();
setTimeout(() => emitter.emit("go", 1), 5);
deepEqual(await once(emitter, "go"), [1]);
equal(path.join("/a", "../b", "c.txt"), "/b/c.txt");
equal(Buffer.from("héllo").toString("base64url"), "aMOpbGxv");
await rejects(fetch("http://example.com/"), ({ name, message, cause }) => name === "TypeError" && message === "fetch failed" && /there is no network in the sandbox/.test(cause.message));
await rejects(import("express"), /there is no module 'express' here; there are node:assert/);
await rejects(import("./nothing.js"), /there is no file 'nothing.js' here/);
console.log("as the standards say");
