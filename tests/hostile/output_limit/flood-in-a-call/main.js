export function add(a, b) {
  for (;;) console.log(a + b);
}
