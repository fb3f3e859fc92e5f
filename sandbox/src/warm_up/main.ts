export function tally(words: string[]): { counts: number } {
  const counts: Map<string, number> = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts: counts.size };
}
