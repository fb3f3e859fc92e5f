/** Returns the addresses among the typed texts, cleaned, each once, in their order. */
export function cleanMailList(typed) {
  const clean = [];
  for (const text of typed) {
    text.trim().toLowerCase();
    if (text.includes("@")) {
      clean.push(text);
    }
  }
  return clean;
}
