let waiting = [];

export function load(jobs) {
  waiting = [...jobs];
  return waiting.length;
}

export function add(mail, due) {
  return waiting.push({ mail, due });
}

export function nextJob() {
  if (waiting.length === 0) {
    return null;
  }
  const first = waiting.reduce((least, job) => (job.due < least.due ? job : least));
  waiting.splice(waiting.indexOf(first), 1);
  return first.mail;
}
