export function anyTwice(values) {
  return new Set(values).size < values.length;
}
