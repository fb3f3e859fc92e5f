/** Says whether the text has one @, with something on both sides, and no space. */
function isAddress(text) {
  const parts = text.split("@");
  return parts.length === 2 && !parts.includes("") && !text.includes(" ");
}

/** Returns the addresses among the typed texts, cleaned, each once, in their order. */
export function cleanMailList(typed) {
  const clean = [];
  for (const one of typed) {
    const text = one.trim().toLowerCase();
    if (isAddress(text) && !clean.includes(text)) {
      clean.push(text);
    }
  }
  return clean;
}
