/** Cuts a text at the first mark. Without one, the second part is empty. */
function cut(text, mark) {
  const at = text.indexOf(mark);
  if (at === -1) {
    return [text, ""];
  }
  return [text.slice(0, at), text.slice(at + mark.length)];
}

/** Returns the parts of an http or https URL. */
export function splitUrl(url) {
  let rest, scheme, query, fragment;
  [rest, fragment] = cut(url, "#");
  [rest, query] = cut(rest, "?");
  [scheme, rest] = cut(rest, "://");
  // Now rest is something like "library.example:8080/books". Go on.
  return { scheme: scheme, host: rest, port: 0, path: "", query: query };
}
