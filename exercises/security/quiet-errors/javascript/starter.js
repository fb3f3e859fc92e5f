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

/** Answers a request with a status and a body. */
export function handle(path, query) {
  try {
    if (path !== "/parcels") {
      return { status: 404, body: { error: "no such page" } };
    }
    if (query.number === undefined) {
      return { status: 400, body: { error: "number is missing" } };
    }
    const number = Number(query.number);
    const place = find(number);
    if (place === undefined) {
      return { status: 404, body: { error: `no row in parcels_2026 with number = ${number}` } };
    }
    return { status: 200, body: { number, place } };
  } catch (error) {
    lines.push(`${error}\n${error.stack}`);
    return { status: 500, body: { error: String(error), trace: String(error.stack) } };
  }
}

/** Returns the lines of the log. */
export const log = () => lines;
