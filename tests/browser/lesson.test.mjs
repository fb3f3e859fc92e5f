// A lesson as somebody comes back to it: its quizzes keep their answers, its programs the language that was chosen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { awake, launch, visit } from "./support/browser.mjs";
import { LESSON } from "./support/learner.mjs";
import { Server } from "./support/server.mjs";

const OTHER = "/road/internet/a-requests-journey";

let server, browser;

before(async () => {
  server = await Server.start();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function open(page, path) {
  await page.goto(path);
  await awake(page);
}

/** The places of the answers that are chosen, of all quizzes of the page. */
const chosen = (page) =>
  page.locator(".quiz input").evaluateAll((fields) => fields.flatMap((field, place) => (field.checked ? [place] : [])));

/** Until the script has put back what it kept, which is as soon as it runs. */
const quizzesAwake = (page, places) =>
  page.waitForFunction((places) => places.every((place) => document.querySelectorAll(".quiz input")[place].checked), places);

test("a quiz keeps its answers in this browser, each lesson its own", async () => {
  const page = await visit(browser, server);
  await open(page, LESSON);
  assert.ok((await page.locator(".quiz input").count()) > 3);
  await page.locator(".quiz .question").first().locator("label").nth(1).click();
  assert.deepEqual(await chosen(page), [1]);
  // Another answer to the same question takes its place.
  await page.locator(".quiz .question").first().locator("label").nth(2).click();
  await open(page, LESSON);
  await quizzesAwake(page, [2]);
  assert.deepEqual(await chosen(page), [2]);
  assert.equal(await page.locator(".quiz .option").nth(2).locator(".option-why").isVisible(), true);
  await open(page, OTHER);
  assert.deepEqual(await chosen(page), []);
  assert.deepEqual(page.troubles, []);

  // Nobody else has them, and neither has somebody whose lesson has other questions by now.
  const stranger = await visit(browser, server);
  await open(stranger, LESSON);
  assert.deepEqual(await chosen(stranger), []);
  await open(page, LESSON);
  await page.evaluate(() => {
    const place = Object.keys(localStorage).find((name) => name.startsWith("backroad.quiz"));
    const kept = JSON.parse(localStorage.getItem(place));
    localStorage.setItem(place, JSON.stringify({ ...kept, of: kept.of + 1 }));
  });
  await open(page, LESSON);
  await page.waitForTimeout(500);
  assert.deepEqual(await chosen(page), []);
  await page.context().close();
  await stranger.context().close();
});

test("a browser that keeps nothing, or what is no answer, has a quiz that works", async () => {
  const page = await visit(browser, server);
  await page.addInitScript((path) => localStorage.setItem(`backroad.quiz ${path}`, "{nonsense"), LESSON);
  await open(page, LESSON);
  await page.locator(".quiz .question").first().locator("label").nth(1).click();
  assert.deepEqual(await chosen(page), [1]);
  assert.equal(await page.locator(".quiz .option").nth(1).locator(".option-why").isVisible(), true);
  assert.deepEqual(page.troubles, []);
  await page.context().close();
});

test("a language that was chosen once is chosen in every lesson", async () => {
  const page = await visit(browser, server);
  await open(page, LESSON);
  await page.locator(".try .switch label", { hasText: "JavaScript" }).first().click();
  await page.locator(".try-form[data-language=javascript]").first().waitFor();
  await open(page, "/road/language/loops");
  const shown = page.locator(".try-form").filter({ visible: true });
  const languages = await shown.evaluateAll((forms) => [...new Set(forms.map((form) => form.dataset.language))]);
  assert.ok(languages.includes("javascript") && !languages.includes("python"), `${languages}`);
  assert.deepEqual(page.troubles, []);
  await page.context().close();
});

test("on paper a lesson is dark on white, whatever the theme, with what can be read and nothing to press", async () => {
  const page = await visit(browser, server, { theme: "dark" });
  await open(page, LESSON);
  /** How bright the text of a lesson is, of 255. */
  const brightness = () =>
    page.locator(".lesson-text .prose p").first().evaluate((text) => Math.max(...getComputedStyle(text).color.match(/\d+/g).slice(0, 3).map(Number)));
  assert.ok((await brightness()) > 180, "light on dark, on the screen");
  await page.emulateMedia({ media: "print" });
  assert.ok((await brightness()) < 90, "dark on white, on paper");
  for (const part of [".site-nav", ".toc", ".try-actions", ".read-form", ".report-problem", ".pager"]) {
    assert.equal(await page.locator(part).first().isVisible(), false, part);
  }
  for (const part of ["h1", ".lesson-text .prose", ".try-read", ".option-why", ".sources"]) {
    assert.equal(await page.locator(part).first().isVisible(), true, part);
  }
  // Nothing is cut off at the edge of a sheet of A4.
  await page.setViewportSize({ width: 680, height: 960 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth));
  await page.context().close();
});
