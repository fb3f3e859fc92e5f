const TAG = /(W\/)?"([^"]*)"/g;

/** Says whether one of the tags in the field fits the current one (RFC 9110, section 8.8.3.2). */
export function tagMatches(field, current, strong) {
  if (current === null) {
    return false;
  }
  if (field.trim() === "*") {
    return true;
  }
  const [[, currentWeak, currentText]] = current.matchAll(TAG);
  for (const [, weak, text] of field.matchAll(TAG)) {
    if (text === currentText && !(strong && (weak || currentWeak))) {
      return true;
    }
  }
  return false;
}
