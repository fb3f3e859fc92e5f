import assert from "node:assert/strict";
import { test } from "node:test";

import { RefundRefused, refund } from "./refunds.js";

test("refunded", () => {
  assert.equal(refund(5000, 0, 1000).refunded, 1000);
  assert.equal(refund(5000, 3000, 2000).refunded, 5000);
});

test("refused", () => {
  for (const amounts of [[5000, 3000, 2001], [5000, 0, 0], [5000, 0, -1]]) {
    assert.throws(() => refund(...amounts), RefundRefused);
  }
});
