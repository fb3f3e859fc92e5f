/** Returns the base with the fields as its query. */
export function buildLink(base, fields) {
  const pieces = [];
  for (const [name, value] of fields) {
    pieces.push(name + "=" + value);
  }
  return base + "?" + pieces.join("&");
}
