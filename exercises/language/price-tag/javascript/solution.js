/** Returns a line such as "Ethiopia Guji: 12.50 EUR". */
export function priceTag(name, cents) {
  const euros = Math.floor(cents / 100);
  const rest = String(cents % 100).padStart(2, "0");
  return `${name}: ${euros}.${rest} EUR`;
}
