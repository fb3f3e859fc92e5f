type Answer = { status: number; body: Record<string, string | number> };

/** Returns status and body for one request to the tool club. */
export function handle(method: string, path: string, stock: Record<string, number>): Answer {
  const name = path.replace("/tools/", "");
  return { status: 200, body: { name, left: stock[name] } };
}
