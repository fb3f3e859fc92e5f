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

/** Returns everything that is stored about a member. The tests use it. */
export const row = (id) => ({ ...db.prepare("SELECT * FROM members WHERE id = ?").get(id) });

/** Returns a member's profile. */
export const profile = (id) => row(id);

/** Changes the fields that are in the body; returns the profile. */
export function updateProfile(id, body) {
  for (const [name, value] of Object.entries(body)) {
    const stored = typeof value === "boolean" ? Number(value) : value;
    db.prepare(`UPDATE members SET ${name} = ? WHERE id = ${id}`).run(stored);
  }
  return profile(id);
}
