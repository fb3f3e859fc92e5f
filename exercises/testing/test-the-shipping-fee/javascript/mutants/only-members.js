import assert from "node:assert/strict";
import { test } from "node:test";

import { shippingFee } from "./shipping.js";

test("members", () => {
  assert.equal(shippingFee(1000, "ES", true), 245);
  assert.equal(shippingFee(1000, "FR", true), 745);
  assert.equal(shippingFee(5000, "ES", true), 0);
});
