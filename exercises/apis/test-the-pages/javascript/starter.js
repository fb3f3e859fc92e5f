import assert from "node:assert/strict";
import { test } from "node:test";

import { page } from "./feed.js";

test("one episode", () => {
  assert.deepEqual(page([{ id: 1, day: "2026-03-01" }], 5, null), { ids: [1], next: null });
});
