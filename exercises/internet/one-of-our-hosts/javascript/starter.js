/** Says whether the host is the domain or lies below it. */
export function belongsTo(host, domain) {
  // This line knows the domain itself. The rest is up to you.
  return host === domain;
}
