/** Returns the class of a parcel by its weight in grams. */
export function parcelClass(grams) {
  if (grams <= 0) return "empty";
  if (grams <= 500) return "letter";
  if (grams <= 2000) return "small";
  if (grams <= 10000) return "parcel";
  if (grams < 31500) return "heavy";
  return "freight";
}
