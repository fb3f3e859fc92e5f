export function takeApart(url) {
  const [scheme, after] = url.split("://");
  const rest = after.split("#")[0].split("?")[0];
  const slash = rest.indexOf("/");
  const authority = slash < 0 ? rest : rest.slice(0, slash);
  const [host, port] = authority.split(":");
  const standard = { http: 80, https: 443 };
  return {
    host: host.toLowerCase(),
    path: slash < 0 ? "/" : rest.slice(slash),
    port: port ? Number(port) : standard[scheme],
  };
}
