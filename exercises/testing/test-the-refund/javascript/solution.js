import assert from "node:assert/strict";
import { test } from "node:test";

import { RefundRefused, refund } from "./refunds.js";

test("a first part", () => {
  assert.deepEqual(refund(5000, 0, 1000), { refunded: 1000, open: 4000, status: "partial" });
});

test("a second part", () => {
  assert.deepEqual(refund(5000, 3000, 1500), { refunded: 4500, open: 500, status: "partial" });
});

test("all in one go", () => {
  assert.deepEqual(refund(5000, 0, 5000), { refunded: 5000, open: 0, status: "full" });
});

test("all that is open", () => {
  assert.deepEqual(refund(5000, 3000, 2000), { refunded: 5000, open: 0, status: "full" });
});

test("the smallest amount", () => {
  assert.deepEqual(refund(5000, 0, 1), { refunded: 1, open: 4999, status: "partial" });
});

test("refuses more than was paid", () => {
  assert.throws(() => refund(5000, 0, 5001), RefundRefused);
});

test("refuses more than is open", () => {
  assert.throws(() => refund(5000, 3000, 2001), RefundRefused);
});

test("refuses nothing", () => {
  assert.throws(() => refund(5000, 0, 0), RefundRefused);
});

test("refuses a negative amount", () => {
  assert.throws(() => refund(5000, 3000, -1), RefundRefused);
});
