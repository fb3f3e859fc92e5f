// The same work in a browser that runs no scripts: plain pages and forms.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch, visit } from "./support/browser.mjs";
import { EXERCISE, LESSON, code, register } from "./support/learner.mjs";
import { Server } from "./support/server.mjs";

let server, browser, page;

before(async () => {
  server = await Server.start();
  browser = await launch();
  page = await visit(browser, server, { javaScriptEnabled: false });
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Sends the form of the exercise and returns the verdict of the page that follows. */
async function submit(text) {
  await page.locator("textarea[name='file:main.py']").fill(text);
  await page.getByRole("button", { name: /^Run/ }).first().click();
  // A page that still waits loads itself again.
  await page.locator(".report").first().waitFor();
  return page.locator(".report").first().getAttribute("data-verdict");
}

test("code in a lesson runs on a page of its own, with a way back", async () => {
  await page.goto(LESSON);
  await page.locator(".try").first().getByRole("button", { name: "Run" }).first().click();
  await page.getByText("201 reserved").first().waitFor();
  await page.locator(`main a[href^='${LESSON}']`).first().click();
  await page.waitForURL(`**${LESSON}*`);
});

test("an exercise fails and then passes", async () => {
  await page.goto(EXERCISE);
  assert.equal(await submit(await code("starter")), "wrong_answer");
  assert.ok((await page.locator(".report .test-say").first().textContent()).length > 10);
  assert.equal(await submit(await code("solution")), "passed");
});

test("text comes back as it was sent", async () => {
  const odd = "\n\n# </textarea><b>&amp;\n\tprint('ä')\n";
  await page.goto(EXERCISE);
  await submit(odd);
  assert.equal(await page.locator("textarea[name='file:main.py']").inputValue(), odd);
});

test("colours are chosen by a form", async () => {
  await page.goto(LESSON);
  await page.locator(".theme-switch button[value=dark]").click();
  await page.waitForURL(`**${LESSON}`);
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
});

test("registering works, and the progress is there", async () => {
  await register(page);
  await page.goto("/progress");
  assert.ok((await page.locator(`main a[href^='${EXERCISE}']`).count()) > 0);
});
