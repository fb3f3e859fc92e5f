function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

export function greeting(name) {
  return `<p>Hello, ${escape(name)}!</p>`;
}
