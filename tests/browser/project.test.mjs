// A project in the browser: a stage is passed, the next one opens with the same code, and what breaks is told by stage.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { awake, launch, visit } from "./support/browser.mjs";
import { runWithKeyboard, write } from "./support/learner.mjs";
import { Server, fixtures } from "./support/server.mjs";

const PROJECT = "/exercises/basics/a-till";
const LINE = "def line_total(cents, count):\n    return cents * (count - count // 10)\n";
const BASKET = "def total(lines):\n    return sum(line_total(one['cents'], one['count']) for one in lines)\n";

let server, browser, page;

before(async () => {
  server = await Server.start(fixtures);
  browser = await launch();
  page = await visit(browser, server);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function editor() {
  await awake(page);
  await page.locator(".cm-content").waitFor();
}

test("the first stage is begun from the project's page", async () => {
  await page.goto(PROJECT);
  assert.match(await page.locator(".stage-row.is-closed").textContent(), /Opens after stage 1/);
  await page.locator(".next-card a").click();
  await page.waitForURL(`**${PROJECT}/stages/one-line`);
  await editor();
  await write(page, LINE);
  assert.equal(await runWithKeyboard(page), "passed");
});

test("the next stage begins with the same code", async () => {
  await page.locator(".solved a.button.is-primary").click();
  await page.waitForURL(`**${PROJECT}/stages/the-whole-basket`);
  await editor();
  assert.match(await page.locator(".tests-before").textContent(), /2 more tests/);
  assert.match(await page.locator(".cm-content").textContent(), /count \/\/ 10/);
});

test("a stage that breaks the one before says so, and opens what broke", async () => {
  await write(page, `${LINE.replace("count - count // 10", "count")}\n${BASKET}`);
  assert.equal(await runWithKeyboard(page), "wrong_answer");
  const earlier = page.locator(".report .test-stage");
  assert.match(await earlier.locator("summary").first().textContent(), /Stage 1, One line: 1 of 2 tests broken/);
  assert.equal(await earlier.getAttribute("open"), "");
  assert.ok(await earlier.locator(".test.is-failed[open]").isVisible());

  await write(page, `${LINE}\n${BASKET}`);
  assert.equal(await runWithKeyboard(page), "passed");
  assert.equal(await earlier.getAttribute("open"), null);
});

test("starting over goes back to the code that passed the stage before", async () => {
  await page.getByRole("button", { name: "Start over" }).click();
  const text = page.locator(".cm-content");
  await page.waitForFunction(() => !document.querySelector(".cm-content").textContent.includes("total(lines)"));
  assert.match(await text.textContent(), /count \/\/ 10/);
});

test("the project's page shows that it is done", async () => {
  await page.goto(PROJECT);
  await page.getByText("All stages are passed.").waitFor();
  assert.equal(await page.locator(".stage-row .state.is-solved").count(), 2);
});
