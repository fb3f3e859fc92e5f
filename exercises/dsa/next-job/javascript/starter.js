let waiting = [];

/** Begins anew with these jobs, and returns how many wait. */
export function load(jobs) {
  waiting = [...jobs].sort((a, b) => a.due - b.due);
  return waiting.length;
}

/** Puts one more in, and returns how many wait. */
export function add(mail, due) {
  let place = 0;
  while (place < waiting.length && waiting[place].due <= due) {
    place += 1;
  }
  waiting.splice(place, 0, { mail, due });
  return waiting.length;
}

/** Takes out the mail that is due first, or returns null. */
export function nextJob() {
  if (waiting.length === 0) {
    return null;
  }
  const [first] = waiting.splice(0, 1);
  return first.mail;
}
