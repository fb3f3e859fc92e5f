/** Returns the class of a parcel by its weight in grams. */
export function parcelClass(grams) {
  if (grams < 500) {
    return "letter";
  }
  return "freight";
}
