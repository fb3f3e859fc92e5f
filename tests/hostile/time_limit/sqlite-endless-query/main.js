import { DatabaseSync } from "node:sqlite";

const database = new DatabaseSync(":memory:");
console.log(database.prepare("WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers) SELECT count(*) FROM numbers").get());
