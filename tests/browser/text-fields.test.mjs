// HTML in every text field there is: wherever it is shown again it is text, and nothing of it runs.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { awake, launch, visit } from "./support/browser.mjs";
import { EXERCISE, LESSON, PERSON, logIn, openExercise, register, write } from "./support/learner.mjs";
import { Server } from "./support/server.mjs";

const SERVICE = "/exercises/apis/harbour-board";
const PROGRAM = "/exercises/terminal/a-small-grep";
const HTML = `</textarea></script><img src=x onerror="window.owned=1"><b>bold</b>`;

let server, browser;

before(async () => {
  server = await Server.start();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The names of the fields on the open page that take a text. */
const fieldsOf = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("input:is([type=text], [type=email], [type=password], [type=search], :not([type])), textarea")]
      .map((field) => field.name.replace(/^file:.*/, "file") || field.closest("details")?.className)
      .filter((name, place, all) => all.indexOf(name) === place)
      .sort(),
  );

/** Nothing that was typed became a part of the page. */
async function isOnlyText(page) {
  assert.equal(await page.evaluate(() => window.owned), undefined, page.url());
  assert.equal(await page.locator("img[src=x]").count(), 0, page.url());
  assert.deepEqual(page.troubles, []);
}

test("these are the fields", async () => {
  const page = await visit(browser, server);
  const expected = {
    "/register": ["email", "name", "password"],
    "/login": ["email", "password"],
    [LESSON]: ["code", "message"],
    [EXERCISE]: ["file", "menu new-file", "message", "own_text"],
    [SERVICE]: ["file", "menu new-file", "message", "own_body", "own_headers", "own_path"],
    [PROGRAM]: ["file", "menu new-file", "message", "own_args", "own_stdin"],
    "/exercises/apis/where-do-you-look": ["message"],
    "/exercises/apis/url-shortener": ["message"],
    "/road": [],
    "/progress": [],
  };
  for (const [path, names] of Object.entries(expected)) {
    await page.goto(path);
    assert.deepEqual(await fieldsOf(page), names, path);
  }
  await page.context().close();
});

test("a name, a refused address and a report", async () => {
  const page = await visit(browser, server);
  const person = { ...PERSON, name: HTML, email: "html@example.org" };
  // A browser asks for an address before it sends the form; one of ours is not needed for that.
  await page.goto("/register");
  await page.evaluate(() => document.querySelectorAll("form").forEach((form) => (form.noValidate = true)));
  for (const field of ["name", "email", "password"]) await page.fill(`[name=${field}]`, HTML);
  await page.click("main form button");
  await page.getByText("Write an address such as").waitFor();
  assert.equal(await page.inputValue("[name=name]"), HTML);
  assert.equal(await page.inputValue("[name=email]"), HTML);
  page.troubles.length = 0; // The refusal itself, status 422.
  await isOnlyText(page);

  await register(page, person);
  assert.match(await page.locator(".menu-name").textContent(), /<img src=x/);
  await page.goto("/");
  await page.getByText(`Good to see you, ${HTML}`).waitFor();
  await isOnlyText(page);

  await page.goto(LESSON);
  await page.locator(".report-problem summary").click();
  await page.fill(".report-problem [name=message]", HTML);
  await page.click(".report-problem button");
  await page.getByText("Thank you").first().waitFor();
  await server.user("role", person.email, "administrator");
  await logIn(page, person);
  await page.goto("/admin/problems");
  await page.locator(".problem-message", { hasText: "<b>bold</b>" }).waitFor();
  await isOnlyText(page);
  await page.context().close();
});

test("code in a lesson, in an exercise, in a file of one's own, in the console", async () => {
  const page = await visit(browser, server);
  const prints = `print(${JSON.stringify(HTML)})`;
  await page.goto(LESSON);
  await awake(page);
  const block = page.locator(".try-form[data-language=python]").first();
  await block.locator(".try-edit").click();
  await block.locator("textarea").fill(prints);
  await block.getByRole("button", { name: "Run" }).click();
  await block.locator(".run-stdout").getByText("<b>bold</b>").waitFor();
  await isOnlyText(page);

  await openExercise(page);
  await write(page, `${prints}\nraise ValueError(${JSON.stringify(HTML)})\n`);
  await page.locator(".cm-content").press("Control+Enter");
  await page.locator(".pane-results .report").getByText("<b>bold</b>").first().waitFor();
  await page.getByText("Own call", { exact: true }).click();
  await page.fill("[name=own_text]", prints);
  await page.locator(".own button.is-run").click();
  await page.locator(".own .run-outcome, .own .run-output, .own .own-outcome").first().waitFor();
  await page.locator(".new-file summary").click();
  await page.fill(".new-file input", HTML);
  await page.locator(".new-file input").press("Enter");
  await page.locator(".new-file .field-problem").getByText(/letters, digits/).waitFor();
  await isOnlyText(page);
  // As the server draws it: the editor's text, the report and the history.
  for (const path of [EXERCISE, `${EXERCISE}/submissions`]) {
    await page.goto(path);
    await awake(page);
    await page.getByText("<b>bold</b>").first().waitFor({ state: "attached" });
    await isOnlyText(page);
  }

  await page.goto(SERVICE);
  await awake(page);
  await page.locator(".cm-content").waitFor();
  await page.getByText("Console", { exact: true }).click();
  const send = page.getByRole("button", { name: "Send" });
  await page.fill("[name=own_path]", HTML);
  await send.click();
  await page.locator(".own .field-problem").getByText(/begins with/).waitFor();
  await page.fill("[name=own_path]", `/${encodeURIComponent(HTML)}`);
  await page.fill("[name=own_headers]", HTML);
  await send.click();
  await page.locator(".own .field-problem").getByText(/headers/).waitFor();
  await page.fill("[name=own_headers]", `X-Own: ${HTML}`);
  await page.fill("[name=own_body]", HTML);
  await send.click();
  await page.locator(".talk > li").first().waitFor();
  await isOnlyText(page);
  await page.context().close();
});

test("more than can be sent stays in the field, with a sentence about it", async () => {
  const page = await visit(browser, server);
  await page.goto(LESSON);
  await awake(page);
  const block = page.locator(".try-form[data-language=python]").first();
  await block.locator(".try-edit").click();
  const field = block.locator("textarea");
  await field.evaluate((field) => (field.value = "#".repeat(10 << 20)));
  await block.getByRole("button", { name: "Run" }).click();
  await block.locator(".try-output").getByText(/too much|at most/).waitFor();
  assert.equal(await field.evaluate((field) => field.value.length), 10 << 20);
  await page.context().close();
});
