export async function add(a, b) {
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  return a + b;
}

export function reverse(text) {
  return [...text].reverse().join("");
}

export function describe(number) {
  return { number, names: ["one", "ein"], even: false, root: 1, note: null };
}
