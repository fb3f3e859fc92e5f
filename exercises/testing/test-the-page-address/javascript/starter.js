import assert from "node:assert/strict";
import { test } from "node:test";

import { slug } from "./addresses.js";

const cases = [
  // why, title, expected
  ["words", "days in lisbon", "days-in-lisbon"],
  ["no title", "", "untitled"],
];
for (const [why, title, expected] of cases) {
  test(why, () => {
    assert.equal(slug(title), expected);
  });
}
