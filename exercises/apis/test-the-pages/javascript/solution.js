import assert from "node:assert/strict";
import { test } from "node:test";

import { page } from "./feed.js";

// In order: 9, 2, 6 (both of the second), 4, 5.
const episodes = [
  { id: 4, day: "2026-03-01" },
  { id: 6, day: "2026-03-02" },
  { id: 9, day: "2026-03-05" },
  { id: 2, day: "2026-03-02" },
  { id: 5, day: "2026-02-27" },
];

test("all in their order", () => {
  assert.deepEqual(page(episodes, 10, null), { ids: [9, 2, 6, 4, 5], next: null });
});

test("the first page", () => {
  assert.deepEqual(page(episodes, 2, null), { ids: [9, 2], next: { day: "2026-03-02", id: 2 } });
});

test("the other one of the same day", () => {
  const answer = page(episodes, 1, { day: "2026-03-02", id: 2 });
  assert.deepEqual(answer, { ids: [6], next: { day: "2026-03-02", id: 6 } });
});

test("one more follows", () => {
  assert.deepEqual(page(episodes, 4, null).next, { day: "2026-03-01", id: 4 });
});

test("ends exactly with the list", () => {
  assert.equal(page(episodes, 5, null).next, null);
});

test("after the last", () => {
  assert.deepEqual(page(episodes, 2, { day: "2026-02-27", id: 5 }), { ids: [], next: null });
});

test("the episode of the mark is gone", () => {
  assert.deepEqual(page(episodes, 2, { day: "2026-03-02", id: 3 }).ids, [6, 4]);
});

test("no episodes", () => {
  assert.deepEqual(page([], 2, null), { ids: [], next: null });
});
