/** Returns the name in small letters and without the dot of the root. */
function plain(name) {
  name = name.toLowerCase();
  if (name.endsWith(".")) {
    name = name.slice(0, -1);
  }
  return name;
}

/** Says whether the host is the domain or lies below it. */
export function belongsTo(host, domain) {
  host = plain(host);
  domain = plain(domain);
  return host === domain || host.endsWith("." + domain);
}
