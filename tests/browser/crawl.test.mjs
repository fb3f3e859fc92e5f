// All pages there are: no console message, no violation of the policy, no dead link, nothing that keeps somebody out.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import axe from "axe-core";

import { awake, launch, visit } from "./support/browser.mjs";
import { crawl, kinds, pageOf } from "./support/crawl.mjs";
import { EXERCISE, LESSON, PERSON, code, logIn, openExercise, register, runWithKeyboard, write } from "./support/learner.mjs";
import { Server } from "./support/server.mjs";

const THEMES = ["light", "dark"];
/** Pages with several of what others have one of: programs to try, quizzes, tables, a console, stages. */
const RICH = [
  "/road/language/loops",
  "/exercises/apis/harbour-board",
  "/exercises/sql/a-transfer-that-holds",
  "/exercises/apis/where-do-you-look",
  "/exercises/dsa/delivered-twice",
  "/exercises/apis/url-shortener",
];

let server, browser;

before(async () => {
  server = await Server.start();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** Somebody who has done enough for every page to have something on it. */
async function somebody(page, name) {
  await openExercise(page);
  await runWithKeyboard(page);
  await write(page, await code("solution"));
  await runWithKeyboard(page);
  await register(page, { ...PERSON, email: `${name}@example.org` });
}

for (const viewer of ["a visitor", "an account"]) {
  for (const theme of THEMES) {
    // The content is the same for everybody: one of them goes through all of it, the others some of each kind of page.
    const isWhole = viewer === "a visitor" && theme === "light";
    describe(`${viewer}, ${theme}`, () => {
      let page, pages;

      before(async () => {
        page = await visit(browser, server, { theme });
        if (viewer === "an account") await somebody(page, theme);
        pages = await crawl(page, { readsOthers: isWhole });
      });

      after(() => page?.context().close());

      test("every page loads without a complaint", () => {
        assert.ok(pages.size >= 10, `only ${[...pages.keys()]}`);
        const bad = [...pages].filter(([, { status }]) => status !== 200).map(([path, { status }]) => `${path}: ${status}`);
        assert.deepEqual([...bad, ...page.troubles], []);
      });

      test("every link and anchor leads somewhere", () => {
        const dead = [];
        for (const [path, { links }] of pages) {
          for (const link of links) {
            const anchor = decodeURIComponent(new URL(link, server.address).hash.slice(1));
            const there = pages.get(pageOf(link));
            if (!there && !isWhole) continue;
            if (there?.status !== 200) dead.push(`${path} → ${link}`);
            else if (anchor && !there.ids.has(anchor)) dead.push(`${path} → ${link}: no such anchor`);
          }
        }
        assert.deepEqual(dead, []);
      });

      test("every file is there", async () => {
        const files = new Set([...pages.values()].flatMap(({ files }) => files));
        for (const file of files) {
          const answer = await fetch(server.address + file);
          assert.equal(answer.status, 200, file);
        }
      });

      test("nothing keeps anybody out", async () => {
        const found = [];
        for (const path of kinds(pages.keys())) {
          await page.goto(path);
          await awake(page);
          await page.evaluate(axe.source);
          const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
          for (const { id, help, nodes } of violations) {
            found.push(`${path}: ${id} (${help}): ${nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`);
          }
        }
        assert.deepEqual(found, []);
      });
    });
  }
}

for (const theme of THEMES) {
  test(`nothing keeps anybody out of the pages that few links lead to (${theme})`, async () => {
    const page = await visit(browser, server, { theme });
    // Without scripts of ours this is where a program of a lesson leads, and where a report does.
    await page.goto(LESSON);
    await awake(page);
    await page.locator(".report-problem summary").click();
    await page.fill(".report-problem [name=message]", "A slip in the second line.");
    await page.click(".report-problem button");
    await isSound(page);
    for (const path of [...RICH, "/nowhere", `${EXERCISE}/submissions`, "/road?pillar=data", "/road?pillar=foundations"]) {
      await page.goto(path);
      await awake(page);
      await isSound(page);
    }
    // An administrator is shown the way to what readers report, and how much of it there is.
    const person = { ...PERSON, email: `${theme}-keeper@example.org` };
    await register(page, person);
    await server.user("role", person.email, "administrator");
    await logIn(page, person);
    await page.locator(".site-header .menu summary").click();
    await isSound(page);
    await page.getByRole("link", { name: "Reported problems" }).click();
    await page.getByText("A slip in the second line.").first().waitFor();
    await isSound(page);
    assert.deepEqual(page.troubles.filter((trouble) => !trouble.includes("404")), []);
    await page.context().close();
  });
}

/** Nothing that axe knows is wrong with the page that is open. */
async function isSound(page) {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  const found = violations.map(({ id, nodes }) => `${page.url()}: ${id}: ${nodes.map((node) => node.html).slice(0, 3).join(" ")}`);
  assert.deepEqual(found, []);
}

test("what is not there is a page of its own, with a way back", async () => {
  const page = await visit(browser, server);
  for (const path of ["/nowhere", "/road/nowhere", "/road/internet/nowhere", "/exercises/internet/nowhere", `${EXERCISE}/nowhere`]) {
    const response = await page.goto(path);
    assert.equal(response.status(), 404, path);
    await page.locator("main a[href='/'], main a[href='/road']").first().waitFor();
  }
  await page.context().close();
});
