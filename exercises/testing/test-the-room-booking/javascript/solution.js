import assert from "node:assert/strict";
import { test } from "node:test";

import { isFree } from "./rooms.js";

const BOOKED = [[600, 660]];

test("an empty day", () => {
  assert.equal(isFree([], 600, 660), true);
});

test("long before and long after", () => {
  assert.equal(isFree(BOOKED, 480, 540), true);
  assert.equal(isFree(BOOKED, 720, 780), true);
});

test("ends when the booking begins", () => {
  assert.equal(isFree(BOOKED, 540, 600), true);
});

test("begins when the booking ends", () => {
  assert.equal(isFree(BOOKED, 660, 720), true);
});

test("one minute in common", () => {
  assert.equal(isFree(BOOKED, 540, 601), false);
  assert.equal(isFree(BOOKED, 659, 720), false);
});

test("within the booking", () => {
  assert.equal(isFree(BOOKED, 615, 645), false);
});

test("around the booking", () => {
  assert.equal(isFree(BOOKED, 540, 720), false);
});

test("the same time", () => {
  assert.equal(isFree(BOOKED, 600, 660), false);
});

test("any booking may be in the way", () => {
  const day = [[600, 660], [720, 780], [840, 900]];
  assert.equal(isFree(day, 610, 620), false);
  assert.equal(isFree(day, 730, 740), false);
  assert.equal(isFree(day, 850, 860), false);
});

test("bookings in any order", () => {
  assert.equal(isFree([[840, 900], [600, 660]], 610, 620), false);
});
