const longest = 200;
const leftByJson = /[\u007f-\u009f\u2028\u2029]/g;

const escaped = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Returns the text as a JSON string without any control sign in it. */
function quoted(text) {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  // Each sign on its own, so that JSON's short forms of two of them can be told from a backslash in the text.
  const written = [...cut].map((sign) => (sign === "\b" || sign === "\f" ? escaped(sign) : JSON.stringify(sign).slice(1, -1)));
  return `"${written.join("").replace(leftByJson, escaped)}"`;
}

/** Returns the line of the log for one event. */
export function line(time, event, fields) {
  const parts = [time, event];
  for (const [name, value] of fields) {
    const shown = typeof value === "string" ? quoted(value) : JSON.stringify(value);
    parts.push(`${name}=${shown}`);
  }
  return parts.join(" ");
}
