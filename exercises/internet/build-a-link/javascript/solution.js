/** Returns the base with the fields as its query. */
export function buildLink(base, fields) {
  const pieces = [];
  for (const [name, value] of fields) {
    if (value !== null) {
      pieces.push(encodeURIComponent(name) + "=" + encodeURIComponent(value));
    }
  }
  if (pieces.length === 0) {
    return base;
  }
  return base + "?" + pieces.join("&");
}
