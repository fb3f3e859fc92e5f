// What a learner does on the pages, in words of the pages.
import { readFile } from "node:fs/promises";
import path from "node:path";

import { awake } from "./browser.mjs";
import { content } from "./server.mjs";

/** The first lesson with an exercise, which the journeys take. */
export const LESSON = "/road/internet/what-a-backend-is";
export const EXERCISE = "/exercises/internet/front-desk";

/** The starter or the solution of the exercise in a language. */
export function code(name, extension = "py") {
  const folder = extension === "py" ? "python" : "javascript";
  return readFile(path.join(content, EXERCISE.slice(1), folder, `${name}.${extension}`), "utf8");
}

/** Replaces the text in the code editor, by what a keyboard can do. */
export async function write(page, text) {
  const editor = page.locator(".cm-content");
  await editor.click();
  await page.keyboard.press("Control+A");
  // As pasted: typed text would be indented once more by the editor.
  await page.keyboard.insertText(text);
}

/** Submits with the keyboard and returns the verdict on show afterwards. */
export async function runWithKeyboard(page) {
  const answer = page.waitForResponse((response) => response.url().endsWith("/submissions") && response.request().method() === "POST");
  await page.locator(".cm-content").press("Control+Enter");
  await answer;
  // The old report gave way to "Running" before anything was sent.
  await page.locator(".pane-results .report").waitFor();
  return page.locator(".pane-results .report").getAttribute("data-verdict");
}

/** Opens the exercise and waits until the editor can be typed into. */
export async function openExercise(page) {
  await page.goto(EXERCISE);
  await awake(page);
  await page.locator(".cm-content").waitFor({ state: "attached" });
}

export const PERSON = { name: "Ada", email: "ada@example.org", password: "a long walk on gravel" };

/** Fills and sends the registration form. */
export async function register(page, person = PERSON) {
  await page.goto("/register");
  for (const [field, value] of Object.entries(person)) await page.fill(`[name=${field}]`, value);
  await page.click("main form button");
  await page.locator(".site-header .menu").waitFor();
}

/** Fills and sends the log-in form. */
export async function logIn(page, person = PERSON) {
  await page.goto("/login");
  for (const field of ["email", "password"]) await page.fill(`[name=${field}]`, person[field]);
  await page.click("main form button");
  await page.locator(".site-header .menu").waitFor();
}
