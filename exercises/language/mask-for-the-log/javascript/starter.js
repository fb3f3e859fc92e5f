/** Returns four asterisks and the last four characters, spaces not counted. */
export function lastFour(text) {
  return text;
}

/** Returns a line such as "ride=17 card=****1234 phone=****0123". */
export function logLine(ride, card, phone) {
  return `ride=${ride} card=${card} phone=${phone}`;
}
