export function newCode() {
  return "";
}
