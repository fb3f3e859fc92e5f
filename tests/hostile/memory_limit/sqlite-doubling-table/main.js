import { DatabaseSync } from "node:sqlite";

const database = new DatabaseSync(":memory:");
database.exec("CREATE TABLE bomb (data BLOB); INSERT INTO bomb VALUES (randomblob(1000))");
for (;;) database.exec("INSERT INTO bomb SELECT data FROM bomb");
