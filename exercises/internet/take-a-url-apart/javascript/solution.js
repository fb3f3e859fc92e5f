const DEFAULT_PORTS = { http: 80, https: 443 };

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
  scheme = scheme.toLowerCase();

  let [authority, path] = cut(rest, "/");
  if (authority.includes("@")) {
    authority = cut(authority, "@")[1];
  }
  const [host, port] = cut(authority, ":");

  return {
    scheme: scheme,
    host: host.toLowerCase(),
    port: port ? Number(port) : DEFAULT_PORTS[scheme],
    path: "/" + path,
    query: query,
  };
}
