import { randomBytes } from "node:crypto";

const idle = 30 * 60;
const longest = 12 * 60 * 60;

const sessions = new Map(); // id -> { user, opened, used }

/** Begins a session after a log-in; returns its id. */
export function openSession(user, now, before) {
  sessions.delete(before);
  const session = randomBytes(24).toString("base64url");
  sessions.set(session, { user, opened: now, used: now });
  return session;
}

/** Returns the user of this session, or null. */
export function who(session, now) {
  const known = sessions.get(session);
  if (!known) {
    return null;
  }
  if (now - known.used > idle || now - known.opened > longest) {
    sessions.delete(session);
    return null;
  }
  known.used = now;
  return known.user;
}

/** Ends this session. */
export function logOut(session) {
  sessions.delete(session);
  return null;
}

/** Ends all sessions of this user. */
export function passwordChanged(user) {
  for (const [session, known] of sessions) {
    if (known.user === user) {
      sessions.delete(session);
    }
  }
  return null;
}
