import { DatabaseSync } from "node:sqlite";

const db = new DatabaseSync(":memory:");
db.exec(`
  CREATE TABLE members (id INTEGER PRIMARY KEY, name TEXT, email TEXT, deleted INTEGER);
  INSERT INTO members VALUES (7, 'Ines (cox)', 'ines@example.org', 0), (8, 'Bo', 'bo@example.org', 0), (9, 'Piotr', 'piotr@example.org', 0);
  CREATE TABLE newsletter (id INTEGER PRIMARY KEY, email TEXT);
  INSERT INTO newsletter VALUES (1, 'Ines@example.org'), (2, 'bo@example.org');
  CREATE TABLE notes (id INTEGER PRIMARY KEY, member_id INTEGER, text TEXT);
  INSERT INTO notes VALUES (1, 7, 'bad knee'), (2, 8, 'left-handed');
  CREATE TABLE searches (id INTEGER PRIMARY KEY, member_id INTEGER, text TEXT);
  INSERT INTO searches VALUES (1, 7, 'physiotherapy'), (2, 9, 'regatta');
  CREATE TABLE payments (id INTEGER PRIMARY KEY, member_id INTEGER, amount_cents INTEGER, year INTEGER, name TEXT);
  INSERT INTO payments VALUES (1, 7, 12000, 2024, 'Ines (cox)'), (2, 7, 12500, 2025, 'Ines (cox)'), (3, 8, 9000, 2025, 'Bo');
  CREATE TABLE messages (id INTEGER PRIMARY KEY, author_id INTEGER, text TEXT);
  INSERT INTO messages VALUES
    (1, 7, 'I am late'), (2, 8, 'Thanks INES (COX)! Write to ines@Example.org or call Ines (cox).'), (3, 9, 'See you'),
    (4, 9, 'Who takes the oars? Inessa has two.');
  CREATE TABLE log (id INTEGER PRIMARY KEY, line TEXT);
  INSERT INTO log VALUES (1, 'login ines@example.org ok'), (2, 'login bo@example.org ok');
`);

/** Does the work in one transaction: all of it or nothing. */
function transaction(work) {
  db.exec("BEGIN");
  try {
    work();
    db.exec("COMMIT");
  } catch (error) {
    db.exec("ROLLBACK");
    throw error;
  }
}

/** Returns the text without these words, whatever their capitals. */
function removed(text, ...words) {
  return words.reduce((rest, word) => {
    const literal = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return rest.replace(new RegExp(literal, "gi"), "[removed]");
  }, text);
}

/** Forgets a member; says whether there was one. */
export function forget(id) {
  const member = db.prepare("SELECT name, email FROM members WHERE id = ?").get(id);
  if (!member) {
    return false;
  }
  const { name, email } = member;
  transaction(() => {
    db.prepare("DELETE FROM notes WHERE member_id = ?").run(id);
    db.prepare("DELETE FROM searches WHERE member_id = ?").run(id);
    db.prepare("DELETE FROM newsletter WHERE lower(email) = lower(?)").run(email);
    db.prepare("DELETE FROM messages WHERE author_id = ?").run(id);
    db.prepare("UPDATE payments SET member_id = NULL, name = 'former member' WHERE member_id = ?").run(id);
    for (const message of db.prepare("SELECT id, text FROM messages").all()) {
      db.prepare("UPDATE messages SET text = ? WHERE id = ?").run(removed(message.text, email, name), message.id);
    }
    for (const entry of db.prepare("SELECT id, line FROM log").all()) {
      db.prepare("UPDATE log SET line = ? WHERE id = ?").run(removed(entry.line, email), entry.id);
    }
    db.prepare("DELETE FROM members WHERE id = ?").run(id);
  });
  return true;
}

/** Returns the names for the page. */
export const members = () => db.prepare("SELECT name FROM members WHERE deleted = 0 ORDER BY name").all().map(({ name }) => name);

/** Returns all rows of all tables as texts. The tests use it. */
export function dump() {
  const tables = Object.entries({
    members: "id, name, email, deleted", newsletter: "id, email", notes: "id, member_id, text", searches: "id, member_id, text",
    payments: "member_id, name, amount_cents, year", messages: "id, author_id, text", log: "id, line",
  });
  return tables.flatMap(([name, columns]) =>
    db.prepare(`SELECT ${columns} FROM ${name} ORDER BY id`).all()
      .map((row) => [name, ...Object.values(row)].map(String).join("|") + (name === "members" ? "|" : "")));
}
