let made = 0;
export function newCode() {
  made += 1;
  if (made > 2) throw new Error("no more");
  return "abcde" + "fghij"[made];
}
