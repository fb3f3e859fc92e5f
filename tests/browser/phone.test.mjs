// The exercise on a phone: its panes are tabs, nothing is wider than the screen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { SIZES, launch, visit } from "./support/browser.mjs";
import { LESSON, code, openExercise, write } from "./support/learner.mjs";
import { Server } from "./support/server.mjs";

let server, browser, page;

before(async () => {
  server = await Server.start();
  browser = await launch();
  page = await visit(browser, server, { size: SIZES.phone, hasTouch: true, isMobile: true });
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const tab = (name) => page.locator(".pane-switch label", { hasText: name });

test("one pane shows at a time", async () => {
  await openExercise(page);
  await tab("Task").tap();
  assert.equal(await page.locator(".cm-content").isVisible(), false);
  await tab("Code").tap();
  assert.equal(await page.locator(".cm-content").isVisible(), true);
});

test("running leads to the result", async () => {
  await tab("Code").tap();
  await write(page, await code("solution"));
  await page.getByRole("button", { name: /^Run/ }).first().tap();
  await page.locator(".report[data-verdict=passed]").waitFor({ state: "visible" });
});

for (const path of ["/", "/road", "/road/internet", LESSON, "/progress", "/register"]) {
  test(`${path} fits the screen`, async () => {
    await page.goto(path);
    const { width, screen } = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      screen: document.documentElement.clientWidth,
    }));
    assert.ok(width <= screen, `${width} pixels on ${screen}`);
  });
}

test("nothing went wrong on the way", () => {
  assert.deepEqual(page.troubles, []);
});
