// The main path: a visitor reads, tries, solves, registers, and finds the work again after a restart.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { awake, launch, visit } from "./support/browser.mjs";
import { EXERCISE, LESSON, PERSON, code, logIn, openExercise, register, runWithKeyboard, write } from "./support/learner.mjs";
import { Server } from "./support/server.mjs";

let server, browser, page;

before(async () => {
  server = await Server.start();
  browser = await launch();
  page = await visit(browser, server);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

test("from the front page to the first lesson", async () => {
  await page.goto("/");
  await page.locator("main a[href='/road'], .site-nav a[href='/road']").first().click();
  await page.waitForURL("**/road");
  await page.locator("main a[href='/road/internet']").first().click();
  await page.waitForURL("**/road/internet");
  await page.locator(`main a[href='${LESSON}']`).first().click();
  await page.waitForURL(`**${LESSON}`);
  assert.ok((await page.locator("h1").textContent()).length > 0);
});

test("code in the lesson runs, as it is and changed", async () => {
  await awake(page);
  const block = page.locator(".try").first().locator(".try-form[data-language=python]");
  await block.getByRole("button", { name: "Run" }).click();
  // Before the run the lesson's own words stand there, without a verdict.
  await block.locator(".run-verdict.is-passed").waitFor();
  assert.match(await block.locator(".run-stdout").textContent(), /201 reserved/);

  await block.locator(".try-edit").click();
  await block.locator("textarea").fill("print('gravel ' * 2)");
  await block.locator("textarea").press("Control+Enter");
  await block.locator(".run-stdout").getByText("gravel gravel").waitFor();
});

test("a quiz answers with its reason", async () => {
  for (const path of await lessons()) {
    await page.goto(path);
    const wrong = page.locator(".quiz .option:not(.is-right)").first();
    if ((await wrong.count()) === 0) continue;
    const why = wrong.locator(".option-why");
    assert.equal(await why.isVisible(), false);
    await wrong.locator("label").click();
    assert.equal(await why.isVisible(), true);
    return;
  }
  assert.fail("no lesson has a quiz");
});

test("a failing run says which test failed, with what came", async () => {
  await page.goto(LESSON);
  await page.locator(`main a[href^='${EXERCISE}']`).first().click();
  await page.waitForURL(`**${EXERCISE}*`);
  await awake(page);
  await page.locator(".cm-content").waitFor();
  const state = page.locator("#task-state");
  assert.equal(await state.textContent(), "Not tried yet");
  assert.equal(await runWithKeyboard(page), "wrong_answer");
  assert.equal(await state.textContent(), "Tried");

  const failed = page.locator(".report .test.is-failed").first();
  assert.equal(await failed.getAttribute("open"), "");
  assert.ok((await failed.locator(".test-say").textContent()).length > 10);
  assert.match(await failed.locator(".is-call").textContent(), /choose_handler\(/);
  assert.ok(await failed.locator(".is-expected").isVisible());
  assert.match(await failed.locator(".is-actual").textContent(), /None/);
});

test("an error of the code is shown with its line", async () => {
  await write(page, "def choose_handler(method, path):\n    return missing\n");
  assert.equal(await runWithKeyboard(page), "runtime_error");
  assert.match(await page.locator(".report").first().textContent(), /NameError/);
});

test("what the code prints is shown", async () => {
  await write(page, "def choose_handler(method, path):\n    print('seen', method)\n");
  assert.equal(await runWithKeyboard(page), "wrong_answer");
  assert.match(await page.locator(".report .is-output").first().textContent(), /seen GET/);
});

test("a draft is there again after a reload", async () => {
  const saved = page.waitForResponse((response) => response.url().includes("/drafts/") && response.ok());
  await write(page, "# half an idea\n");
  await saved;
  await openExercise(page);
  assert.match(await page.locator(".cm-content").textContent(), /half an idea/);
});

test("the solution passes", async () => {
  await write(page, await code("solution"));
  assert.equal(await runWithKeyboard(page), "passed");
  assert.equal(await page.locator(".report .test.is-failed").count(), 0);
  assert.equal(await page.locator("#task-state").textContent(), "Solved");
});

test("the same exercise can be solved in JavaScript", async () => {
  await page.goto(`${EXERCISE}?language=javascript`);
  await awake(page);
  await page.locator(".cm-content").waitFor();
  await write(page, await code("solution", "js"));
  assert.equal(await runWithKeyboard(page), "passed");
});

test("registering keeps what was done as a guest", async () => {
  await page.goto(LESSON);
  await page.getByRole("button", { name: /read/i }).first().click();
  await page.waitForLoadState();
  await register(page);
  await expectProgress();
});

test("after a restart and a log-in the progress is still there", async () => {
  await server.restart();
  await page.reload();
  await expectProgress();
  await page.context().clearCookies();
  await page.goto("/progress");
  assert.equal(await page.locator(`main a[href^='${EXERCISE}']`).count(), 0);
  await logIn(page);
  await expectProgress();
});

test("another person cannot log in with a wrong password, and is told no more than that", async () => {
  const stranger = await visit(browser, server);
  const answers = [];
  for (const email of [PERSON.email, "nobody@example.org"]) {
    await stranger.goto("/login");
    await stranger.fill("[name=email]", email);
    await stranger.fill("[name=password]", "not the password");
    await stranger.click("main form button");
    await stranger.waitForLoadState();
    assert.equal(await stranger.locator(".site-header .menu").count(), 0);
    answers.push((await stranger.locator("main").innerText()).replaceAll(email, ""));
  }
  assert.equal(answers[0], answers[1]);
  await stranger.context().close();
});

test("logging out ends it", async () => {
  await page.locator(".site-header .menu summary").click();
  await page.getByRole("button", { name: "Log out" }).click();
  await page.locator(".site-header a[href^='/login']").waitFor();
});

test("nothing went wrong on the way", () => {
  assert.deepEqual(page.troubles, []);
});

async function lessons() {
  await page.goto("/road");
  const links = page.locator("main a[href^='/road/']");
  const paths = await links.evaluateAll((links) => links.map((link) => new URL(link.getAttribute("href"), location.href).pathname));
  return [...new Set(paths)].filter((path) => path.split("/").length === 4);
}

async function expectProgress() {
  await page.goto("/progress");
  await page.locator(`main a[href^='${EXERCISE}']`).first().waitFor();
  const meters = await page.locator(".meter-words").allInnerTexts();
  for (const what of ["Lessons read", "Exercises solved"]) {
    const words = meters.find((text) => text.includes(what));
    assert.match(words, /\b1 of \d+/, what);
  }
}
