/** Says whether the host is the domain or lies below it. */
export function belongsTo(host, domain) {
  // This line knows the domain itself. What lies below it, capitals and dots are up to you.
  return host === domain;
}
