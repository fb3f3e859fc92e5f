import assert from "node:assert/strict";
import { test } from "node:test";

import { waitingTime } from "./patience.js";

for (const status of [0, 429, 502, 503, 504]) {
  test(`tries again after ${status}`, () => {
    assert.equal(waitingTime(status, null, 1), 1);
  });
}

for (const status of [200, 301, 400, 401, 404, 409, 422, 500, 501]) {
  test(`does not try again after ${status}`, () => {
    assert.equal(waitingTime(status, null, 1), null);
  });
}

test("waits twice as long each time", () => {
  assert.deepEqual([1, 2, 3, 4].map((attempt) => waitingTime(504, null, attempt)), [1, 2, 4, 8]);
});

test("gives up after the fifth", () => {
  assert.equal(waitingTime(504, null, 5), null);
});

test("gives up whatever the field says", () => {
  assert.equal(waitingTime(503, 2, 5), null);
});

test("waits as long as the field says", () => {
  assert.equal(waitingTime(429, 7, 1), 7);
  assert.equal(waitingTime(503, 7, 3), 7);
});

test("zero is a value", () => {
  assert.equal(waitingTime(429, 0, 2), 0);
});

test("two minutes are accepted, more is not", () => {
  assert.equal(waitingTime(503, 120, 1), 120);
  assert.equal(waitingTime(503, 121, 1), null);
});

for (const status of [0, 502, 504]) {
  test(`does not look at the field after ${status}`, () => {
    assert.equal(waitingTime(status, 30, 2), 2);
  });
}
