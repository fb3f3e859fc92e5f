export function add(a, b) {
  const liar = new Number(-1);
  liar.toString = () => "5";
  liar[Symbol.toPrimitive] = () => NaN;
  return liar;
}
