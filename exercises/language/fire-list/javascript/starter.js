/** Returns one line for each guest who is in the house. */
export function fireList(hotel) {
  const lines = [];
  for (const floor of hotel.floors) {
    lines.push(`floor ${floor.level}`);
  }
  return lines;
}
