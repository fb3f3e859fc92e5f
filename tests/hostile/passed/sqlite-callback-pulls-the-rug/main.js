import { DatabaseSync } from "node:sqlite";

const database = new DatabaseSync(":memory:");
database.exec("CREATE TABLE t (a); INSERT INTO t VALUES (1), (2), (3)");
let statement;

function pull(number) {
  const actions = [() => database.close(), () => statement.close(), () => statement.all(), () => statement.get(), () => database.exec("DROP TABLE t"),
    () => database.function("pull", () => 1), () => database.exec("ROLLBACK"), () => database.deserialize(new Uint8Array(0)), () => statement.columns(),
    () => database.setAuthorizer(() => { throw new Error("no"); }), () => statement.expandedSQL];
  for (const action of actions) {
    try {
      action();
    } catch {}
  }
  return number;
}

database.function("pull", pull);
database.aggregate("gather", { start: 0, step: (sum, number) => pull(sum + number), inverse: pull, result: pull });
for (const sql of ["SELECT pull(a) FROM t", "SELECT gather(a) FROM t", "SELECT gather(a) OVER (ORDER BY a ROWS 1 PRECEDING) FROM t"]) {
  try {
    database.setAuthorizer(null);
    statement = database.prepare(sql);
    statement.all();
  } catch {}
}
console.log("alive");
