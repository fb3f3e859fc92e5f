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

const fields = new Set(["kinds", "name", "max_age", "sort", "limit"]);
const orders = new Map([["name", "name, id"], ["age", "age, id"]]);
const mostKinds = 10;

function demand(condition, message) {
  if (!condition) {
    throw new RangeError(message);
  }
}

function whole(value, least, most, name) {
  demand(Number.isInteger(value) && value >= least && value <= most, `${name} must be a whole number from ${least} to ${most}`);
  return value;
}

/** Returns the names of the animals that are waiting and meet the filters. */
export function search(filters) {
  demand(Object.keys(filters).every((field) => fields.has(field)), "there is no such filter");
  const { kinds, name, max_age: maxAge, sort, limit = 20 } = filters;
  const conditions = ["waiting = 1"];
  const values = [];
  if (kinds !== undefined) {
    demand(Array.isArray(kinds) && kinds.length <= mostKinds, `kinds must be a list of at most ${mostKinds}`);
    demand(kinds.every((kind) => typeof kind === "string"), "a kind must be a text");
    conditions.push(`kind IN (${kinds.map(() => "?").join(", ")})`);
    values.push(...kinds);
  }
  if (name !== undefined) {
    demand(typeof name === "string", "name must be a text");
    conditions.push("instr(lower(name), lower(?)) > 0");
    values.push(name);
  }
  if (maxAge !== undefined) {
    conditions.push("age <= ?");
    values.push(whole(maxAge, 0, 99, "max_age"));
  }
  demand(sort === undefined || orders.has(sort), `sort must be one of ${[...orders.keys()].join(", ")}`);
  values.push(whole(limit, 1, 50, "limit"));
  const query = `SELECT name FROM animals WHERE ${conditions.join(" AND ")} ORDER BY ${orders.get(sort) ?? "id"} LIMIT ?`;
  return db.prepare(query).all(...values).map((row) => row.name);
}
