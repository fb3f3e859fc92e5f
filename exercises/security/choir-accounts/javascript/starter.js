const accounts = new Map(); // name -> what is stored for this member

/** Adds an account; returns whether the name was free. */
export function register(name, password) {
  if (accounts.has(name)) {
    return false;
  }
  accounts.set(name, password);
  return true;
}

/** Says whether this is the right password. */
export function logIn(name, password) {
  return accounts.has(name) && accounts.get(name) === password;
}

/** Sets a new password if the old one is right; says whether it was. */
export function changePassword(name, old, next) {
  if (!logIn(name, old)) {
    return false;
  }
  accounts.set(name, next);
  return true;
}

/** Returns what is stored. The tests use it to play the thief. */
export function table() {
  return [...accounts].map(([name, password]) => ({ name, password }));
}
