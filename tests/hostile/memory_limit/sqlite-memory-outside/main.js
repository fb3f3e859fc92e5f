import { DatabaseSync } from "node:sqlite";

const database = new DatabaseSync(":memory:");
console.log(database.prepare("SELECT length(randomblob(128 * 1024 * 1024))").get());
