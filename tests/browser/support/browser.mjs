// Chromium, and pages that remember everything that went wrong on them.
import { chromium } from "playwright-core";

/** Background services of the browser would only fill the log with failed connections. */
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"];

/** Until a page is there, or does what it was asked to: a wait that ends this late is a failure. A busy machine is none. */
const PATIENCE_MS = 120_000;

export const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
}

/** A new person's browser: no cookies. The page in it has `troubles`, the list of what went wrong. */
export async function visit(browser, server, { size = SIZES.desktop, theme, ...options } = {}) {
  const context = await browser.newContext({ baseURL: server.address, viewport: size, reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  if (theme) await context.addCookies([{ name: "theme", value: theme, url: server.address }]);
  const page = await context.newPage();
  page.troubles = [];
  const trouble = (what) => page.troubles.push(`${new URL(page.url()).pathname}: ${what}`);
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) trouble(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => trouble(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => {
    // A request that is dropped because the page is left is nobody's fault.
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") trouble(`${request.method()} ${request.url()}: ${why}`);
  });
  if (options.javaScriptEnabled !== false) {
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        console.error(`policy ${event.violatedDirective} stopped ${event.blockedURI || "inline code"}`);
      });
    });
  }
  return page;
}

/** Until every island of the page is awake; a click before that would be lost. */
export async function awake(page) {
  await page.waitForFunction(() =>
    [...document.querySelectorAll("[data-hydrated]")].every((island) => island.dataset.hydrated === "true"),
  );
}
