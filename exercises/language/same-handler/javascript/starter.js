/** Returns status and body for one request to the tool club. */
export function handle(method, path, stock) {
  const name = path.replace("/tools/", "");
  return { status: 200, body: { name: name, left: stock[name] } };
}
