const types = { jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png", html: "text/html", svg: "image/svg+xml" };

/** Returns where a photo is written and how it is shown and served. */
export function accept(name, content) {
  const ending = name.split(".").at(-1).toLowerCase();
  const type = types[ending] ?? "application/octet-stream";
  return { path: `/srv/photos/${name}`, type, shown: name, headers: { "Content-Type": type } };
}
