/** Says whether the text is a whole number such as 60 or -1. */
function isWholeNumber(text) {
  return /^-?[0-9]+$/.test(text);
}

/** Returns the parts of a Set-Cookie field, or null if it is ignored. */
export function readSetCookie(field) {
  const [name, value] = field.split("=");
  // Where do the attributes begin? And what if there is no name?
  return {
    name: name,
    value: value,
    max_age: null,
    path: null,
    secure: false,
    http_only: false,
    same_site: null,
  };
}
