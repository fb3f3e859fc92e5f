/** Returns the newest compatible version that is newer than the installed one, or null. */
export function safeUpdate(installed, available) {
  return available.toSorted().at(-1);
}
