import assert from "node:assert/strict";
import { test } from "node:test";

import { slug } from "./addresses.js";

const cases = [
  // why, title, expected
  ["capitals", "Days in LISBON", "days-in-lisbon"],
  ["digits", "10 days in 2026", "10-days-in-2026"],
  ["punctuation between letters", "rock'n'roll", "rock-n-roll"],
  ["several signs", "Lisbon,   again", "lisbon-again"],
  ["signs at the beginning", "...and now?", "and-now"],
  ["signs at the end", "What now?!", "what-now"],
  ["no title", "", "untitled"],
  ["only signs", "?!", "untitled"],
  ["exactly 30", "a".repeat(30), "a".repeat(30)],
  ["one more than 30", "a".repeat(31), "a".repeat(30)],
  ["cut behind a hyphen", "a".repeat(29) + " bc", "a".repeat(29)],
];
for (const [why, title, expected] of cases) {
  test(why, () => {
    assert.equal(slug(title), expected);
  });
}
