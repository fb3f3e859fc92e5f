// Every page that links lead to, and what each page refers to.
import { awake } from "./browser.mjs";

/**
 * Walks the pages from `/` in the page's own session: all of them, or at most so many of each kind. Returns path → { status,
 * ids, links }.
 */
export async function crawl(page, mostOfAKind = Infinity) {
  const seen = new Map();
  const counts = new Map();
  const open = ["/"];
  while (open.length > 0) {
    const path = open.pop();
    if (seen.has(path)) continue;
    const kind = kindOf(path);
    const count = counts.get(kind) ?? 0;
    if (count >= mostOfAKind) continue;
    counts.set(kind, count + 1);
    const response = await page.goto(path);
    await awake(page);
    const { ids, links, files } = await page.evaluate(() => {
      const local = (list, attribute) =>
        [...document.querySelectorAll(list)]
          .map((element) => new URL(element.getAttribute(attribute), document.baseURI))
          .filter((url) => url.origin === location.origin)
          .map((url) => url.pathname + url.search + url.hash);
      return {
        ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
        links: local("a[href]", "href"),
        files: [...local("img[src], script[src]", "src"), ...local("link[href]:not([href^='data:'])", "href")],
      };
    });
    seen.set(path, { status: response.status(), ids: new Set(ids), links, files });
    for (const link of links) open.push(pageOf(link));
  }
  return seen;
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
