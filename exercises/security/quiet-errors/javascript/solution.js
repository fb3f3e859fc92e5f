import { randomBytes } from "node:crypto";

const places = new Map([[1041, "Ghent"], [1042, "Leuven"]]);
const lines = [];

class OperationalError extends Error {
  name = "OperationalError";
}

/** Stand-in for the database, with three faults in it. */
function find(number) {
  if (number === 2000) {
    throw new OperationalError(`could not connect to db.internal as parcels:tulip-mania-77\nSELECT place FROM parcels_2026 WHERE number = ${number}`);
  }
  if (number === 3000) {
    return undefined.place;
  }
  if (number === 4000) {
    throw new RangeError("main.js: parcels_2026 points to itself");
  }
  return places.get(number);
}

const failure = (status, error) => ({ status, body: { error } });

function answer(path, query) {
  if (path !== "/parcels") {
    return failure(404, "no such page");
  }
  if (query.number === undefined) {
    return failure(400, "number is missing");
  }
  if (!/^[0-9]{1,9}$/.test(query.number)) {
    return failure(400, "number must be digits");
  }
  const number = Number(query.number);
  const place = find(number);
  if (place === undefined) {
    return failure(404, "no such parcel");
  }
  return { status: 200, body: { number, place } };
}

/** Answers a request with a status and a body. */
export function handle(path, query) {
  try {
    return answer(path, query);
  } catch (error) {
    const incident = randomBytes(6).toString("hex");
    const message = error.message.replaceAll("\r", "\\r").replaceAll("\n", "\\n");
    lines.push(`${incident} ${error.name}: ${message}`);
    return { status: 500, body: { error: "internal error", incident } };
  }
}

/** Returns the lines of the log. */
export const log = () => lines;
