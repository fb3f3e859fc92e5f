import assert from "node:assert/strict";
import { test } from "node:test";

import { waitingTime } from "./patience.js";

test("waits a second after the first attempt", () => {
  assert.equal(waitingTime(503, null, 1), 1);
});
