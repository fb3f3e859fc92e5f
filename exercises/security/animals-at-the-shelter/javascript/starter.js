import { DatabaseSync } from "node:sqlite";

const db = new DatabaseSync(":memory:");
db.exec(`
  CREATE TABLE animals (id INTEGER PRIMARY KEY, name TEXT, kind TEXT, age INTEGER, waiting INTEGER);
  INSERT INTO animals VALUES
    (1, 'Minka', 'cat', 3, 1), (2, 'Rex', 'dog', 2, 1), (3, 'O''Malley', 'cat', 9, 1), (4, 'Bella', 'dog', 4, 0),
    (5, 'Hedwig', 'owl', 12, 1), (6, '100% Fluff', 'cat', 3, 1), (7, 'Zora', 'dog', 9, 1);
  CREATE TABLE staff (code TEXT);
  INSERT INTO staff VALUES ('K7-OTTER');
`);

/** Returns the names of the animals that are waiting and meet the filters. */
export function search(filters) {
  let query = "SELECT name FROM animals WHERE waiting = 1";
  for (const [field, value] of Object.entries(filters)) {
    if (field === "kinds") {
      query += ` AND kind IN (${[...value].map((kind) => `'${kind}'`).join(", ")})`;
    } else if (field === "name") {
      query += ` AND name LIKE '%${value}%'`;
    } else if (field === "max_age") {
      query += ` AND age <= ${value}`;
    } else if (field !== "sort" && field !== "limit") {
      query += ` AND ${field} = '${value}'`;
    }
  }
  query += ` ORDER BY ${filters.sort ?? "id"}, id LIMIT ${filters.limit ?? 20}`;
  return db.prepare(query).all().map(({ name }) => name);
}
