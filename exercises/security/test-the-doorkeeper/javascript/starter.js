import test from "node:test";
import assert from "node:assert/strict";
import { may } from "./doorkeeper.js";

const ines = { name: "ines", role: "student", active: true };
const lesson = { student: "ines", teacher: "bo", cancelled: false };

test("reads her lesson", () => {
  assert.equal(may(ines, "read", lesson), true);
});
