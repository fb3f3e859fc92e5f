// What Lighthouse says of a page of each kind, on the slow phone that it takes for usual. Prints one JSON object of figures for
// the bench: shares of a hundred. It needs no network: the server and the browser are this machine's.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

import { EXERCISE, LESSON } from "../../tests/browser/support/learner.mjs";
import { Server } from "../../tests/browser/support/server.mjs";

const PAGES = { front: "/", road: "/road", lesson: LESSON, exercise: EXERCISE };
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
/** Of so many looks the middle one counts: the first finds everything cold, and another process may come in between. */
const TIMES = 3;
const ATTEMPTS = 3;
/** As in the browser tests: services in the background would only ask for hosts that they cannot reach. */
const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];

const server = await Server.start();
const profile = await mkdtemp(path.join(tmpdir(), "backroad-lighthouse-"));
const browser = await launch({
  chromePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  chromeFlags: FLAGS,
  userDataDir: profile,
  logLevel: "silent",
});
const figures = {};
try {
  for (const [name, page] of Object.entries(PAGES)) {
    const looks = [];
    for (let time = 0; time < TIMES; time++) looks.push(await look(server.address + page));
    for (const category of CATEGORIES) {
      const middle = looks.map((scores) => scores[category]).sort((a, b) => a - b)[Math.floor(TIMES / 2)];
      figures[`lighthouse.${name}.${category.replace("-", "_")}`] = middle;
    }
  }
} finally {
  await browser.kill();
  await rm(profile, { recursive: true, force: true });
  await server.stop();
}
console.log(JSON.stringify(figures));

/** The scores of one look; what takes away from them is told on standard error. */
async function look(address) {
  const options = { port: browser.port, onlyCategories: CATEGORIES, logLevel: "error", output: "json" };
  let lhr;
  // On a busy machine the browser may lose the trace of a look; that says nothing of the page.
  for (let attempt = 0; attempt < ATTEMPTS && (!lhr || lhr.runtimeError); attempt++) ({ lhr } = await lighthouse(address, options));
  if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
  for (const category of CATEGORIES.slice(1)) {
    for (const { id, weight } of lhr.categories[category].auditRefs) {
      const { score, title } = lhr.audits[id];
      if (weight > 0 && score !== null && score < 1) console.error(`${address}: ${category}: ${title}`);
    }
  }
  return Object.fromEntries(CATEGORIES.map((category) => [category, Math.round(lhr.categories[category].score * 100)]));
}
