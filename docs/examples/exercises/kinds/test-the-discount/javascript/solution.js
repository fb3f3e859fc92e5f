import assert from "node:assert/strict";
import { test } from "node:test";

import { priceToPay } from "./pricing.js";

test("below the limit", () => {
  assert.equal(priceToPay(4999), 4999);
});

test("at the limit", () => {
  assert.equal(priceToPay(5000), 4500);
});

test("rounds down", () => {
  assert.equal(priceToPay(5005), 4504);
});
