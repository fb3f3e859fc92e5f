import assert from "node:assert/strict";
import { test } from "node:test";

import { priceToPay } from "./pricing.js";

test("a large order", () => {
  assert.equal(priceToPay(10000), 9000);
});
