import { DatabaseSync } from "node:sqlite";

const database = new DatabaseSync("/data/big.db");
database.exec("CREATE TABLE t (data BLOB); INSERT INTO t VALUES (randomblob(100)); BEGIN");
try {
  for (;;) database.exec("INSERT INTO t VALUES (randomblob(1000000))");
} catch (error) {
  if (database.isTransaction) database.exec("ROLLBACK");
  if (error.message === "database or disk is full") console.log("capped", database.prepare("SELECT count(*) AS n FROM t").get().n);
}
