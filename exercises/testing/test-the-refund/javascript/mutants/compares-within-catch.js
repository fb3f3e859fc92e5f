import assert from "node:assert/strict";
import { test } from "node:test";

import { RefundRefused, refund } from "./refunds.js";

test("allowed", () => {
  assert.deepEqual(refund(5000, 3000, 1500), { refunded: 4500, open: 500, status: "partial" });
  assert.deepEqual(refund(5000, 3000, 2000), { refunded: 5000, open: 0, status: "full" });
});

test("refused", () => {
  for (const amounts of [[5000, 3000, 2001], [5000, 0, 0], [5000, 0, -1]]) {
    try {
      refund(...amounts);
    } catch (error) {
      assert.ok(error instanceof RefundRefused);
    }
  }
});
