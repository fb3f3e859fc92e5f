import test from "node:test";
import assert from "node:assert/strict";
import { may } from "./doorkeeper.js";

const person = (name, role, active = true) => ({ name, role, active });

const [ines, noor] = [person("ines", "student"), person("noor", "student")];
const [bo, piotr] = [person("bo", "teacher"), person("piotr", "teacher")];
const office = person("sam", "office");
const twins = [person("ines", "teacher"), person("bo", "student")];
const left = [person("ines", "student", false), person("bo", "teacher", false), person("sam", "office", false)];
const unknown = [person("ines", "admin"), person("bo", "")];

const lesson = { student: "ines", teacher: "bo", cancelled: false };
const cancelled = { ...lesson, cancelled: true };
const actions = ["read", "cancel", "grade"];

// Who may do what, of a lesson that takes place and of one that was cancelled.
const rights = [
  [ines, lesson, ["read", "cancel"]],
  [ines, cancelled, ["read"]],
  [bo, lesson, ["read", "cancel", "grade"]],
  [bo, cancelled, ["read"]],
  [office, lesson, ["read", "cancel"]],
  [office, cancelled, ["read", "cancel"]],
  ...[noor, piotr, ...twins, ...left, ...unknown, null].flatMap((user) => [[user, lesson, []], [user, cancelled, []]]),
];

test("each right", () => {
  for (const [user, which, allowed] of rights) {
    for (const action of actions) {
      const row = `${user?.role} ${user?.name} ${action}, cancelled: ${which.cancelled}`;
      assert.equal(may(user, action, which), allowed.includes(action), row);
    }
  }
});

test("unknown actions", () => {
  for (const user of [ines, bo, office, null]) {
    for (const action of ["delete", "", "READ"]) {
      assert.equal(may(user, action, lesson), false, `${user?.role} ${action}`);
    }
  }
});
