import assert from "node:assert/strict";
import { test } from "node:test";

import { isFree } from "./rooms.js";

test("an empty day", () => {
  assert.equal(isFree([], 600, 660), true);
});

test("a meeting long after", () => {
  assert.equal(isFree([[600, 660]], 800, 860), true);
});

test("a meeting half an hour later", () => {
  assert.equal(isFree([[600, 660]], 630, 690), false);
});
