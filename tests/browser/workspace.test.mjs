// The workspace as somebody spends a day in it: bars, keys, two devices, a line that goes down, a session that ends.
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { SIZES, awake, launch, visit } from "./support/browser.mjs";
import { EXERCISE, PERSON, code, logIn, openExercise, register, write } from "./support/learner.mjs";
import { Server, content, fixtures } from "./support/server.mjs";

const SERVICE = "/exercises/apis/harbour-board";

let server, browser;

before(async () => {
  server = await Server.start();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

const codeOf = (page) => page.locator(".cm-content").innerText();
const note = (page) => page.locator(".saving");
const saved = (page) => note(page).getByText("Saved", { exact: true }).waitFor();

test("the bars between the panes move with the arrow keys and stay where they were left", async () => {
  const page = await visit(browser, server);
  await openExercise(page);
  const width = () => page.locator(".pane-instructions").evaluate((pane) => pane.getBoundingClientRect().width);
  const before = await width();
  const bar = page.getByRole("separator", { name: "Width of the task" });
  await bar.focus();
  for (let step = 0; step < 5; step++) await page.keyboard.press("ArrowRight");
  const wider = await width();
  assert.ok(wider > before + 50, `${before} → ${wider}`);
  assert.equal(await bar.getAttribute("aria-valuenow"), "39");
  await openExercise(page);
  assert.ok(Math.abs((await width()) - wider) < 2);
  await bar.focus();
  await page.keyboard.press("Enter");
  assert.ok(Math.abs((await width()) - before) < 2, "Enter puts it back");
  const box = await bar.boundingBox();
  await page.mouse.move(box.x + 4, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(box.x + 104, box.y + 100, { steps: 4 });
  await page.mouse.up();
  assert.ok((await width()) > before + 80);
  assert.deepEqual(page.troubles, []);
  await page.context().close();
});

test("Vim keys, the size of letters and the plain text field are remembered", async () => {
  const page = await visit(browser, server);
  await openExercise(page);
  await page.locator(".editor-settings summary").click();
  const vim = page.waitForResponse((response) => /\/vim-.*\.js$/.test(response.url()));
  await page.getByLabel("Vim keys").check();
  await vim;
  await page.locator(".cm-vim-panel").waitFor();
  await page.locator(".setting select").selectOption("160");
  const size = () => page.locator(".cm-scroller").evaluate((lines) => parseFloat(getComputedStyle(lines).fontSize));
  assert.ok((await size()) > 20);

  await openExercise(page);
  await page.locator(".cm-vim-panel").waitFor();
  assert.ok((await size()) > 20);
  await page.locator(".cm-content").click();
  // In Vim's normal mode these delete everything and type anew.
  await page.keyboard.type("ggdGi# by vim");
  await page.keyboard.press("Escape");
  assert.match(await codeOf(page), /^# by vim/);
  await saved(page);

  await page.locator(".editor-settings summary").click();
  await Promise.all([page.waitForNavigation(), page.getByLabel("Plain text field").check()]);
  await awake(page);
  const field = page.locator("textarea[name='file:main.py']");
  assert.equal(await field.isVisible(), true);
  assert.equal(await page.locator(".cm-content").count(), 0);
  assert.equal((await field.inputValue()).trim(), "# by vim");
  // Tab leaves it, and what is typed is saved as it is in the editor.
  await field.fill("# plain");
  await saved(page);
  await field.press("Tab");
  assert.notEqual(await page.evaluate(() => document.activeElement.tagName), "TEXTAREA");
  assert.deepEqual(page.troubles, []);
  await page.context().close();
});

test("a draft open on two devices is not overwritten, and both texts are shown", async () => {
  const laptop = await visit(browser, server);
  await register(laptop, { ...PERSON, email: "two@example.org" });
  const phone = await visit(browser, server);
  await logIn(phone, { ...PERSON, email: "two@example.org" });
  await openExercise(laptop);
  await openExercise(phone);
  await write(phone, "# from the phone\n");
  await saved(phone);
  await write(laptop, "# from the laptop\n");
  const conflict = laptop.locator(".conflict");
  await conflict.getByText("- # from the phone").waitFor();
  assert.equal(await conflict.getByText("+ # from the laptop").isVisible(), true);
  // Typing goes on meanwhile and is not sent.
  await write(laptop, "# from the laptop, later\n");
  await laptop.waitForTimeout(1500);
  assert.equal(await conflict.isVisible(), true);
  await conflict.getByRole("button", { name: "Take theirs" }).click();
  await conflict.waitFor({ state: "hidden" });
  assert.match(await codeOf(laptop), /from the phone/);
  // What lost is kept.
  await laptop.goto(`${EXERCISE}/submissions`);
  await laptop.getByText("Set aside").waitFor();

  await openExercise(laptop);
  await write(phone, "# the phone again\n");
  await saved(phone);
  await write(laptop, "# the laptop wins\n");
  await laptop.getByRole("button", { name: "Keep mine" }).click();
  await saved(laptop);
  await openExercise(phone);
  assert.match(await codeOf(phone), /the laptop wins/);
  // The refusals themselves are no fault of the page; a browser writes them down as such.
  const others = (page) => page.troubles.filter((trouble) => !trouble.includes("409"));
  assert.deepEqual([...others(laptop), ...others(phone)], []);
  await laptop.context().close();
  await phone.context().close();
});

test("what is typed while the line is down survives the page and is sent later", async () => {
  const page = await visit(browser, server);
  await openExercise(page);
  await write(page, "# before\n");
  await saved(page);
  await page.route("**/drafts/**", (route) => route.abort("internetdisconnected"));
  await write(page, "# typed without a line\n");
  await note(page).getByText(/^Offline/).waitFor();
  // The page is closed before the line is back.
  await openExercise(page);
  assert.match(await codeOf(page), /typed without a line/);
  await page.unroute("**/drafts/**");
  await note(page).getByText("Saved", { exact: true }).waitFor({ timeout: 20_000 });
  await page.evaluate(() => localStorage.clear());
  await openExercise(page);
  assert.match(await codeOf(page), /typed without a line/);
  await page.context().close();
});

test("a session that ended while somebody typed loses nothing", async () => {
  const page = await visit(browser, server);
  const person = { ...PERSON, email: "ended@example.org" };
  await register(page, person);
  await openExercise(page);
  await page.context().clearCookies({ name: "backroad" });
  await write(page, "# typed after the end\n");
  await note(page).getByText(/You were logged out/).waitFor();
  await note(page).getByRole("link", { name: "Log in again" }).click();
  for (const field of ["email", "password"]) await page.fill(`[name=${field}]`, person[field]);
  await page.click("main form button");
  await page.waitForURL(`**${EXERCISE}`);
  await awake(page);
  await page.locator(".cm-content").waitFor();
  assert.match(await codeOf(page), /typed after the end/);
  await saved(page);
  await page.context().close();
});

test("a page that was opened before its exercise changed says so, and keeps the code", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "backroad-content-"));
  await cp(fixtures, folder, { recursive: true });
  const own = await Server.start(folder);
  try {
    const exercise = "/exercises/basics/greet";
    for (const size of [SIZES.desktop, SIZES.phone]) {
      const page = await visit(browser, own, { size });
      await page.goto(exercise);
      await awake(page);
      const isPhone = size === SIZES.phone;
      if (isPhone) await page.getByText("Code", { exact: true }).click();
      await write(page, "# begun before\n");
      await saved(page);
      const notice = page.locator(".workspace-notice");
      assert.equal(await notice.innerText(), "");

      const tests = path.join(folder, exercise, "tests.toml");
      const text = await readFile(tests, "utf8");
      assert.match(text, /Hello, Ada/);
      await writeFile(tests, text.replace("Hello, Ada", isPhone ? "Hello, dear Ada" : "Hello, Ada Lovelace"));
      await own.restart();

      await write(page, "# typed after\n");
      await notice.getByText(/has changed since you opened the page/).waitFor();
      await saved(page);
      assert.match(await codeOf(page), /typed after/);
      await notice.getByRole("link", { name: "Load the new task" }).click();
      await notice.getByText(/has changed since you began/).waitFor();
      await awake(page);
      if (isPhone) await page.getByText("Code", { exact: true }).click();
      assert.match(await codeOf(page), /typed after/);
      await writeFile(tests, text);
      await own.restart();
      await page.context().close();
    }
  } finally {
    await own.stop();
    await rm(folder, { recursive: true });
  }
});

test("ten megabytes pasted into the editor are refused with a sentence, and what was there stays", async () => {
  const page = await visit(browser, server);
  await openExercise(page);
  await write(page, "# small\n");
  await saved(page);
  await page.locator(".cm-content").evaluate((editor) => {
    const data = new DataTransfer();
    data.setData("text/plain", "x".repeat(10 << 20));
    editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await note(page).getByText(/too much for one file/).waitFor();
  assert.match(await codeOf(page), /# small/);
  assert.deepEqual(page.troubles, []);
  await page.context().close();
});

test("a file can be added and taken away", async () => {
  const page = await visit(browser, server);
  await openExercise(page);
  await page.locator(".new-file summary").click();
  await page.locator(".new-file input").fill("../etc");
  await page.locator(".new-file input").press("Enter");
  await page.locator(".new-file .field-problem").getByText(/letters, digits/).waitFor();
  await page.locator(".new-file input").fill("helpers.py");
  await page.locator(".new-file input").press("Enter");
  await page.locator(".file-tabs button", { hasText: "helpers.py" }).waitFor();
  await write(page, "def greeting():\n    return 'hello'\n");
  await saved(page);
  await openExercise(page);
  await page.locator(".file-tabs button", { hasText: "helpers.py" }).click();
  assert.match(await codeOf(page), /def greeting/);
  await page.getByRole("button", { name: "Remove this file" }).click();
  await page.locator(".file-tabs button").first().waitFor({ state: "detached" });
  assert.deepEqual(page.troubles, []);
  await page.context().close();
});

test("hints come one by one", async () => {
  const page = await visit(browser, server);
  await openExercise(page);
  const hints = page.locator(".hint");
  assert.ok((await hints.count()) > 1);
  assert.deepEqual([await hints.nth(0).isVisible(), await hints.nth(1).isVisible()], [true, false]);
  await hints.nth(0).locator("summary").click();
  assert.equal(await hints.nth(1).isVisible(), true);
  await page.context().close();
});

test("the console talks to one's own service and remembers what was said", async () => {
  const page = await visit(browser, server);
  await page.goto(SERVICE);
  await awake(page);
  await write(page, await solution(SERVICE));
  await page.getByText("Console", { exact: true }).click();
  await page.locator("[name=own_path]").fill("no slash");
  await page.getByRole("button", { name: "Send" }).click();
  await page.locator(".own .field-problem").getByText(/begins with/).waitFor();
  for (const asked of ["/", "/nowhere"]) {
    await page.locator("[name=own_path]").fill(asked);
    const answer = page.waitForResponse((response) => response.url().endsWith("/run"));
    await page.locator("[name=own_path]").press("Enter");
    await answer;
    await page.locator(".talk-asked", { hasText: `GET ${asked}` }).first().waitFor();
  }
  assert.equal(await page.locator(".talk > li").count(), 2);
  assert.match(await page.locator(".talk-curl code").first().textContent(), /^curl -i/);
  await page.getByRole("button", { name: "Begin anew" }).click();
  assert.equal(await page.locator(".talk > li").count(), 0);
  // A page without a word of ours about it.
  const refused = page.troubles.filter((trouble) => !trouble.includes("422"));
  assert.deepEqual(refused, []);
  await page.context().close();
});

test("without scripts the console is a form", async () => {
  const page = await visit(browser, server, { javaScriptEnabled: false });
  await page.goto(SERVICE);
  await page.locator("textarea[name='file:main.py']").fill(await solution(SERVICE));
  await page.getByText("Console", { exact: true }).click();
  await page.locator("[name=own_path]").fill("/nowhere");
  await page.getByRole("button", { name: "Send" }).click();
  await page.locator(".talk-asked", { hasText: "GET /nowhere" }).waitFor();
  assert.equal(await page.locator("[name=own_path]").inputValue(), "/nowhere");
  await page.context().close();
});

async function solution(exercise) {
  return readFile(`${content}${exercise}/python/solution.py`, "utf8");
}

test("the keyboard alone solves an exercise", async () => {
  const page = await visit(browser, server);
  await openExercise(page);
  await write(page, await code("solution"));
  // Out of the editor: Escape, then Tab, to the button that runs the tests.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  const focused = () => page.evaluate(() => document.activeElement.textContent.trim());
  for (let step = 0; step < 5 && !(await focused()).startsWith("Run the tests"); step++) await page.keyboard.press("Tab");
  assert.match(await focused(), /^Run the tests/);
  await page.keyboard.press("Enter");
  await page.locator(".report[data-verdict=passed]").waitFor();
  assert.deepEqual(page.troubles, []);
  await page.context().close();
});
