import assert from "node:assert/strict";
import { test } from "node:test";

import { shippingFee } from "./shipping.js";

test("a small cart to Spain", () => {
  assert.equal(shippingFee(1000, "ES", false), 490);
});

test("a small cart to Portugal", () => {
  assert.equal(shippingFee(1000, "PT", false), 490);
});

test("a small cart abroad", () => {
  assert.equal(shippingFee(1000, "FR", false), 1490);
});

test("just below the limit", () => {
  assert.equal(shippingFee(4999, "ES", false), 490);
});

test("free at the limit", () => {
  assert.equal(shippingFee(5000, "ES", false), 0);
});

test("free to Portugal too", () => {
  assert.equal(shippingFee(5000, "PT", false), 0);
});

test("a large cart abroad pays", () => {
  assert.equal(shippingFee(20000, "FR", false), 1490);
});

test("members pay half", () => {
  assert.equal(shippingFee(1000, "ES", true), 245);
});

test("members pay half abroad", () => {
  assert.equal(shippingFee(1000, "FR", true), 745);
});

test("half of nothing is nothing", () => {
  assert.equal(shippingFee(5000, "ES", true), 0);
});
