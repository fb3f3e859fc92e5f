import assert from "node:assert/strict";
import { test } from "node:test";

import { shippingFee } from "./shipping.js";

test("it works", () => {
  for (const country of ["ES", "PT", "FR"]) {
    for (const cart of [1000, 4999, 5000, 20000]) {
      assert.ok(shippingFee(cart, country, false) !== undefined);
    }
  }
});
