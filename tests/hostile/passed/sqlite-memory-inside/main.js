import { DatabaseSync } from "node:sqlite";

const database = new DatabaseSync(":memory:");
console.log(database.prepare("SELECT length(randomblob(16 * 1024 * 1024)) AS bytes").get().bytes);
