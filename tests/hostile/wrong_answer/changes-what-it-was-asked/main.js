export function add(a, b) {
  arguments[0] = 0;
  arguments[1] = 0;
  arguments.length = 0;
  return 0;
}
