import { test } from "node:test";
let calls = 0;
test("it", () => {
  calls += 1;
  if (Math.random() < 0.5) throw new Error("lucky");
});
