/** Says whether the text is a whole number such as 60 or -1. */
function isWholeNumber(text) {
  return /^-?[0-9]+$/.test(text);
}

/** Cuts a part at its first equals sign. Without one, the value is empty. */
function cut(part) {
  const at = part.indexOf("=");
  if (at === -1) {
    return [part.trim(), ""];
  }
  return [part.slice(0, at).trim(), part.slice(at + 1).trim()];
}

/** Returns the parts of a Set-Cookie field, or null if it is ignored. */
export function readSetCookie(field) {
  const [first, ...attributes] = field.split(";");
  const [name, value] = cut(first);
  if (!first.includes("=") || name === "") {
    return null;
  }

  const cookie = {
    name: name,
    value: value,
    max_age: null,
    path: null,
    secure: false,
    http_only: false,
    same_site: null,
  };
  for (const attribute of attributes) {
    const [key, setting] = cut(attribute);
    const known = key.toLowerCase();
    if (known === "secure") {
      cookie.secure = true;
    } else if (known === "httponly") {
      cookie.http_only = true;
    } else if (known === "max-age" && isWholeNumber(setting)) {
      cookie.max_age = Number(setting);
    } else if (known === "path") {
      cookie.path = setting.startsWith("/") ? setting : null;
    } else if (known === "samesite") {
      const word = setting.toLowerCase();
      cookie.same_site = ["strict", "lax", "none"].includes(word) ? word : null;
    }
  }
  return cookie;
}
