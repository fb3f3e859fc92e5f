export function slug(title) {
  let words = title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  words = words.replace(/^-/, "").replace(/-$/, "");
  words = words.slice(0, 30).replace(/-+$/, "");
  return words || "untitled";
}
