/** Returns the schools with a place up to top, best first; equal distances share a place. */
export function ranking(schools, top) {
  const ordered = schools.toSorted((a, b) => a.km - b.km);
  const rows = [];
  for (const [i, school] of ordered.slice(0, top).entries()) {
    rows.push({ place: i + 1, name: school.name, km: school.km });
  }
  return rows;
}
