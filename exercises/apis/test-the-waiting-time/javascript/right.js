const repeat = [0, 429, 502, 503, 504];
const heedsField = [429, 503];

export function waitingTime(status, retryAfter, attempt) {
  if (!repeat.includes(status) || attempt >= 5) {
    return null;
  }
  if (heedsField.includes(status) && retryAfter !== null) {
    return retryAfter <= 120 ? retryAfter : null;
  }
  return 2 ** (attempt - 1);
}
