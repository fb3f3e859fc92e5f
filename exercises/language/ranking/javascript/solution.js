function byDistanceThenName(a, b) {
  if (a.km !== b.km) {
    return b.km - a.km;
  }
  return a.name < b.name ? -1 : 1;
}

/** Returns the schools with a place up to top, best first; equal distances share a place. */
export function ranking(schools, top) {
  const ordered = schools.toSorted(byDistanceThenName);
  const rows = [];
  let place = 0;
  let lastKm = null;
  for (const [i, school] of ordered.entries()) {
    if (school.km !== lastKm) {
      place = i + 1;
      lastKm = school.km;
    }
    if (place > top) {
      break;
    }
    rows.push({ place: place, name: school.name, km: school.km });
  }
  return rows;
}
