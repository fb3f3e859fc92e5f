const fresh = () => ({ theme: "light", language: "en", mail: { weekly: true, offers: false } });

const users = new Map([["ines", fresh()], ["bo", fresh()]]);

const isSwitch = (value) => typeof value === "boolean";

// Every path that there is, and what is a value for it.
const paths = new Map([
  ["theme", (value) => value === "light" || value === "dark"],
  ["language", (value) => typeof value === "string" && /^[a-z]{2}$/.test(value)],
  ["mail.weekly", isSwitch],
  ["mail.offers", isSwitch],
]);

/** Sets one thing, such as theme or mail.weekly. */
export function set(user, path, value) {
  if (!paths.get(path)?.(value)) {
    throw new RangeError("this cannot be set like this");
  }
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
