// Every page that links lead to, and what each page refers to.
import { awake } from "./browser.mjs";

/**
 * Walks the pages from `/` in the page's own session. So many of each kind are opened, as a person opens them; the others
 * are read without their scripts, or left out. Returns path → { status, ids, links, files }.
 */
export async function crawl(page, { opened = 8, readsOthers = false } = {}) {
  const seen = new Map();
  const counts = new Map();
  const open = ["/"];
  while (open.length > 0) {
    const path = open.pop();
    if (seen.has(path)) continue;
    const kind = kindOf(path);
    const count = counts.get(kind) ?? 0;
    if (count >= opened && !readsOthers) continue;
    counts.set(kind, count + 1);
    const found = count < opened ? await openPage(page, path) : await page.evaluate(read, path);
    seen.set(path, { ...found, ids: new Set(found.ids) });
    for (const link of found.links) open.push(pageOf(link));
  }
  return seen;
}

async function openPage(page, path) {
  const response = await page.goto(path);
  await awake(page);
  return { ...(await page.evaluate(read)), status: response.status() };
}

/** What a page refers to: the one that is open, or the one at a path. Runs in the browser. */
async function read(path) {
  const response = path && (await fetch(path));
  const page = path ? new DOMParser().parseFromString(await response.text(), "text/html") : document;
  const local = (list, attribute) =>
    [...page.querySelectorAll(list)]
      .map((element) => new URL(element.getAttribute(attribute), new URL(path ?? location.href, location.href)))
      .filter((url) => url.origin === location.origin)
      .map((url) => url.pathname + url.search + url.hash);
  return {
    status: response?.status,
    ids: [...page.querySelectorAll("[id]")].map((element) => element.id),
    links: local("a[href]", "href"),
    files: [...local("img[src], script[src]", "src"), ...local("link[href]:not([href^='data:'])", "href")],
  };
}

/** The page that a link leads to. Where an account page sends one afterwards makes no other page of it. */
export function pageOf(link) {
  const url = new URL(link, "http://x");
  if (["/login", "/register"].includes(url.pathname)) return url.pathname;
  return url.pathname + url.search;
}

/** The kind of a page, by the shape of its path. */
function kindOf(path) {
  const parts = path.split("?")[0].split("/").slice(1);
  return ["road", "exercises"].includes(parts[0]) ? `${parts[0]}/${parts.length}` : parts.join("/");
}

/** One of each kind of page. */
export function kinds(paths) {
  const found = new Map();
  for (const path of paths) if (!found.has(kindOf(path))) found.set(kindOf(path), path);
  return [...found.values()];
}
