let waiting = [];

export function load(jobs) {
  waiting = [...jobs].sort((a, b) => b.due - a.due);
  return waiting.length;
}

export function add(mail, due) {
  waiting.unshift({ mail, due });
  waiting.sort((a, b) => b.due - a.due);
  return waiting.length;
}

export function nextJob() {
  return waiting.length === 0 ? null : waiting.pop().mail;
}
