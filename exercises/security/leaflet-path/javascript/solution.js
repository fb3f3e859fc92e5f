import path from "node:path";

const base = "/srv/leaflets";

/** Returns the full path of the leaflet with this name; throws a RangeError if it is not in the folder. */
export function leafletPath(name) {
  if (name.includes("\0")) {
    throw new RangeError("a name has no zero byte");
  }
  const full = path.resolve(base, name);
  if (!full.startsWith(base + "/")) {
    throw new RangeError("this name leads out of the folder");
  }
  return full;
}
