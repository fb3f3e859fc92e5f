import { DatabaseSync } from "node:sqlite";

const db = new DatabaseSync(":memory:");
db.exec(`
  CREATE TABLE members (
    id INTEGER PRIMARY KEY, display_name TEXT, city TEXT, newsletter INTEGER,
    role TEXT, credit_cents INTEGER, password_hash TEXT
  );
  INSERT INTO members VALUES
    (7, 'Ines', 'Ghent', 0, 'member', 500, 'scrypt$9f3a'), (8, 'Bo', 'Leuven', 0, 'member', 0, 'scrypt$77c0');
`);

// What a member may change, and what is a value for it.
const editable = new Map([
  ["display_name", (value) => typeof value === "string" && value.trim() !== "" && value.length <= 40],
  ["city", (value) => typeof value === "string" && value.length <= 40],
  ["newsletter", (value) => typeof value === "boolean"],
]);

/** Returns everything that is stored about a member. The tests use it. */
export const row = (id) => ({ ...db.prepare("SELECT * FROM members WHERE id = ?").get(id) });

/** Returns a member's profile. */
export function profile(id) {
  const { display_name, city, newsletter } = row(id);
  return { id, display_name, city, newsletter: newsletter === 1 };
}

/** Changes the fields that are in the body; returns the profile. */
export function updateProfile(id, body) {
  for (const [name, value] of Object.entries(body)) {
    if (!editable.get(name)?.(value)) {
      throw new RangeError(`${name.slice(0, 40)} cannot be set like this`);
    }
  }
  for (const name of editable.keys()) {
    if (name in body) {
      const value = typeof body[name] === "boolean" ? Number(body[name]) : body[name];
      db.prepare(`UPDATE members SET ${name} = ? WHERE id = ?`).run(value, id);
    }
  }
  return profile(id);
}
