// What a page weighs: all that a browser loads for it, compressed as it comes over the line.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { awake, launch, visit } from "./support/browser.mjs";
import { EXERCISE, LESSON } from "./support/learner.mjs";
import { Server } from "./support/server.mjs";

const KB = 1000;

let server, browser;

before(async () => {
  server = await Server.start();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Loads a page with an empty cache and adds up what came. */
async function weigh(path) {
  const page = await visit(browser, server);
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const urls = new Map();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, response }) => urls.set(requestId, response.url));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (urls.get(requestId)?.startsWith("http")) bytes += encodedDataLength;
  });
  await page.goto(path);
  await awake(page);
  await page.waitForLoadState("networkidle");
  await page.context().close();
  return bytes;
}

test("a lesson weighs at most 150 kB", async () => {
  const bytes = await weigh(LESSON);
  assert.ok(bytes > 50 * KB && bytes <= 150 * KB, `${bytes} bytes`);
});

test("an exercise with its editor weighs at most 350 kB, in each language", async () => {
  for (const language of ["python", "javascript"]) {
    const bytes = await weigh(`${EXERCISE}?language=${language}`);
    assert.ok(bytes > 150 * KB && bytes <= 350 * KB, `${language}: ${bytes} bytes`);
  }
});

test("pages without islands load no script", async () => {
  for (const path of ["/", "/road", "/road/internet", "/progress", `${EXERCISE}/submissions`]) {
    const bytes = await weigh(path);
    assert.ok(bytes <= 60 * KB, `${path}: ${bytes} bytes`);
  }
});
