import assert from "node:assert/strict";
import { test } from "node:test";

import { shippingFee } from "./shipping.js";

test("a large cart to Spain is free", () => {
  assert.equal(shippingFee(9900, "ES", false), 0);
});
