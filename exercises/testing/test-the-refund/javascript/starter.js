import assert from "node:assert/strict";
import { test } from "node:test";

import { RefundRefused, refund } from "./refunds.js";

test("a part", () => {
  assert.equal(refund(5000, 0, 1000).refunded, 1000);
});

test("too much", () => {
  assert.throws(() => refund(5000, 0, 6000));
});
