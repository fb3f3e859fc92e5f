import path from "node:path";

const base = "/srv/leaflets";

/** Returns the full path of the leaflet with this name. */
export function leafletPath(name) {
  return path.resolve(base, name);
}
