// A quiz, with the keyboard alone and without scripts of ours: questions, what was wrong, and the pass.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import axe from "axe-core";

import { SIZES, launch, visit } from "./support/browser.mjs";
import { Server, fixtures } from "./support/server.mjs";

const QUIZ = "/exercises/basics/words-and-numbers";

let server, browser;

before(async () => {
  server = await Server.start(fixtures);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Nothing that axe knows is wrong, and nothing is wider than the window. */
async function isSound(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), "wider than the window");
}

const verdict = (page) => page.locator("#result .report-verdict").textContent();

/** Leaves the page with Enter on its button. */
async function handIn(page) {
  await page.locator(".quiz-form button").focus();
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  await page.locator("#result").waitFor();
}

for (const [size, theme] of [["desktop", "light"], ["phone", "dark"]]) {
  test(`a quiz is failed, explained and passed with the keyboard (${size}, ${theme})`, async () => {
    const page = await visit(browser, server, { size: SIZES[size], theme });
    await page.goto(QUIZ);
    await isSound(page);
    assert.equal(await page.getByText("The greeting opens a talk.").count(), 0);

    await page.locator("[name=question-0]").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.locator("[name=question-1]").nth(1).focus();
    await page.keyboard.press("Space");
    await handIn(page);
    assert.equal(await verdict(page), "Not all right yet");
    await page.getByText("Ada is a name.").waitFor();
    assert.equal(await page.getByText("One is a number.").count(), 0);
    await isSound(page);

    for (const place of [0, 1, 2]) {
      await page.locator("[name=question-1]").nth(place).focus();
      await page.keyboard.press("Space");
    }
    await handIn(page);
    assert.equal(await verdict(page), "Passed");
    await page.getByText("One is a number.").waitFor();
    await isSound(page);
    assert.deepEqual(page.troubles, []);
  });
}

test("without scripts, a question that was left out is named and the rest stays chosen", async () => {
  const page = await visit(browser, server, { javaScriptEnabled: false });
  await page.goto(QUIZ);
  await page.locator("[name=question-0]").nth(1).check();
  await page.locator(".quiz-form button").click();
  await page.getByText("Question 2 has no answer yet.").waitFor();
  assert.ok(await page.locator("[name=question-0]").nth(1).isChecked());
  await page.locator("[name=question-1]").nth(0).check();
  await page.locator("[name=question-1]").nth(2).check();
  await page.locator(".quiz-form button").click();
  await page.locator("#result").waitFor();
  assert.equal(await verdict(page), "Passed");
});
