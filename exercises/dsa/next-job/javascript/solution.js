let waiting = []; // a heap
let arrivals = 0;

function isBefore(a, b) {
  return a.due < b.due || (a.due === b.due && a.number < b.number);
}

function swap(one, other) {
  [waiting[one], waiting[other]] = [waiting[other], waiting[one]];
}

/** Begins anew with these jobs, and returns how many wait. */
export function load(jobs) {
  waiting = [];
  for (const job of jobs) {
    add(job.mail, job.due);
  }
  return waiting.length;
}

/** Puts one more in, and returns how many wait. */
export function add(mail, due) {
  arrivals += 1;
  let place = waiting.push({ mail, due, number: arrivals }) - 1;
  while (place > 0) {
    const parent = Math.floor((place - 1) / 2);
    if (!isBefore(waiting[place], waiting[parent])) {
      break;
    }
    swap(place, parent);
    place = parent;
  }
  return waiting.length;
}

/** Takes out the mail that is due first, or returns null. */
export function nextJob() {
  if (waiting.length === 0) {
    return null;
  }
  swap(0, waiting.length - 1);
  const { mail } = waiting.pop();
  let place = 0;
  for (;;) {
    let least = place;
    for (const child of [2 * place + 1, 2 * place + 2]) {
      if (child < waiting.length && isBefore(waiting[child], waiting[least])) {
        least = child;
      }
    }
    if (least === place) {
      return mail;
    }
    swap(place, least);
    place = least;
  }
}
