export function add(a, b) {
  let answer = a + b;
  for (let n = 0; n < 100_000; n++) answer = [answer];
  return answer;
}
