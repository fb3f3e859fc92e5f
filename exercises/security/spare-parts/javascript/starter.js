import { DatabaseSync } from "node:sqlite";

const db = new DatabaseSync(":memory:");
db.exec(`
  CREATE TABLE parts (id INTEGER PRIMARY KEY, name TEXT, price INTEGER, bought_for INTEGER, on_sale INTEGER);
  INSERT INTO parts VALUES
    (1, 'Chain 9-speed', 2400, 1100, 1), (2, 'Bell', 450, 90, 1), (3, 'Saddle O''Neill', 8900, 5000, 1),
    (4, 'Chain 11-speed', 3900, 2100, 1), (5, 'Prototype frame', 99900, 99000, 0), (6, 'Valve cap', 450, 5, 1);
  CREATE TABLE dealers (id INTEGER PRIMARY KEY, code TEXT);
  INSERT INTO dealers VALUES (1, 'K7-PELIKAN'), (2, 'R2-OTTER');
`);

/** Returns the parts on sale whose name contains the text. */
export function findParts(text, sort) {
  const rows = db
    .prepare(`SELECT id, name, price FROM parts WHERE on_sale = 1 AND name LIKE '%${text}%' ORDER BY ${sort}, id`)
    .all();
  return rows.map(({ id, name, price }) => ({ id, name, price }));
}

/** Sets the price of the part with this name; returns how many rows have changed. */
export function setPrice(name, price) {
  return db.prepare(`UPDATE parts SET price = ${price} WHERE name = '${name}'`).run().changes;
}

/** Sets a price for the importer, which goes on with the next line whatever happens. */
export function tryPrice(name, price) {
  try {
    setPrice(name, price);
  } catch {
    // The importer counts what is missing afterwards.
  }
  return null;
}
