/** Says in one word what a client does after this status. */
export function nextStep(status) {
  if (status === 304) {
    return "use_copy";
  }
  if (status === 408 || status === 429) {
    return "try_later";
  }
  const family = Math.floor(status / 100);
  if (family === 1) {
    return "wait";
  }
  if (family === 2) {
    return "done";
  }
  if (family === 3) {
    return "follow";
  }
  if (family === 4) {
    return "give_up";
  }
  return "try_later";
}
