const fresh = () => ({ theme: "light", language: "en", mail: { weekly: true, offers: false } });

const users = new Map([["ines", fresh()], ["bo", fresh()]]);

/** Sets one thing, such as theme or mail.weekly. */
export function set(user, path, value) {
  const way = path.split(".");
  const last = way.pop();
  let target = users.get(user);
  for (const name of way) {
    target = target[name];
  }
  target[last] = value;
  return null;
}

/** Returns a user's settings. */
export function get(user) {
  const { theme, language, mail } = users.get(user);
  return { theme, language, mail };
}

/** Says whether somebody is an administrator. */
export const isAdmin = (user) => users.get(user).admin ?? false;
