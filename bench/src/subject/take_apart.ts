interface Parts {
  host: string;
  path: string;
  port: number;
}

export function takeApart(url: string): Parts {
  const [scheme, after] = url.split("://") as [string, string];
  const rest = after.split("#")[0].split("?")[0];
  const slash = rest.indexOf("/");
  const authority = slash < 0 ? rest : rest.slice(0, slash);
  const [host, port] = authority.split(":");
  const standard: Record<string, number> = { http: 80, https: 443 };
  return {
    host: host.toLowerCase(),
    path: slash < 0 ? "/" : rest.slice(slash),
    port: port ? Number(port) : standard[scheme],
  };
}
