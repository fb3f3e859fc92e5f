import assert from "node:assert/strict";
import { test } from "node:test";
import { total } from "./pricing.js";

test("below the limit", () => assert.equal(total(99), 99));
test("at the limit", () => assert.equal(total(100), 90));
test("below zero", () => assert.throws(() => total(-1), RangeError));
