import assert from "node:assert/strict";
import { test } from "node:test";
import { total } from "./pricing.js";

test("small", () => assert.equal(total(10), 10));
