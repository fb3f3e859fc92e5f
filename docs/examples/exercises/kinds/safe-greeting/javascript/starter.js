export function greeting(name) {
  return `<p>Hello, ${name}!</p>`;
}
