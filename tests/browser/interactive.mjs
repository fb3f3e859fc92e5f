// How long a page takes until it can be used, in Chromium: as it comes here, and on a slow phone (a processor four times slower,
// 1.6 Mbit/s, 150 ms there and back, which is what Lighthouse takes for one). Prints one JSON object of figures for the bench.
import { launch, visit, SIZES } from "./support/browser.mjs";
import { EXERCISE, LESSON } from "./support/learner.mjs";
import { Server } from "./support/server.mjs";

const PAGES = { lesson: LESSON, exercise: EXERCISE, road: "/road" };
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };
const TIMES = 3;

const server = await Server.start();
const browser = await launch();
const figures = {};
try {
  for (const [name, path] of Object.entries(PAGES)) {
    for (const slow of [false, true]) {
      const runs = [];
      for (let run = 0; run < TIMES; run++) runs.push(await measure(path, slow));
      for (const what of Object.keys(runs[0])) {
        const middle = runs.map((figures) => figures[what]).sort((a, b) => a - b)[Math.floor(TIMES / 2)];
        figures[`page.${name}.${slow ? "slow_phone." : ""}${what}`] = Math.round(middle);
      }
    }
  }
} finally {
  await browser.close();
  await server.stop();
}
console.log(JSON.stringify(figures));

/** A page with an empty cache: when something was painted, when every island was awake, how long the longest task blocked. */
async function measure(path, slow) {
  const page = await visit(browser, server, { size: slow ? SIZES.phone : SIZES.desktop });
  if (slow) {
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", SLOW);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  }
  await page.addInitScript(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
    }).observe({ type: "longtask", buffered: true });
    const look = () => {
      const islands = [...document.querySelectorAll("[data-hydrated]")];
      const complete = document.readyState !== "loading";
      if (complete && islands.every((island) => island.dataset.hydrated === "true")) window.interactive = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(path, { timeout: 120_000 });
  await page.waitForFunction(() => window.interactive !== undefined && performance.getEntriesByType("paint").length > 0, null, {
    timeout: 120_000,
  });
  const figures = await page.evaluate(() => ({
    painted_ms: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
    interactive_ms: window.interactive,
    longest_task_ms: window.longest,
  }));
  await page.context().close();
  return figures;
}
