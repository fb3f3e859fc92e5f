import { DatabaseSync } from "node:sqlite";

const database = new DatabaseSync(":memory:");
console.log(database.prepare("SELECT date('now') AS today").get().today);
console.log(database.prepare("SELECT hex(randomblob(16)) AS a, julianday('now') AS b").get());
