export function tally(words) {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts: Object.fromEntries(counts), text: words.join(" ").toUpperCase().split(" "), mean: words.length / 2 };
}

console.log(tally(["one", "two"]));
