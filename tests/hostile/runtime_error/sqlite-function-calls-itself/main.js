import { DatabaseSync } from "node:sqlite";

const database = new DatabaseSync(":memory:");
const again = (number) => database.prepare("SELECT again(?) AS n").get(number + 1).n;
database.function("again", again);
again(1);
