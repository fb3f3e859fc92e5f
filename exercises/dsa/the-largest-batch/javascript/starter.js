let limit = 0;
let sizes = [];

/** Sets what the provider accepts, for the tests. */
export function setLimit(newLimit) {
  limit = newLimit;
  sizes = [];
}

/** Returns the sizes that were tried, for the tests. */
export function tried() {
  return sizes;
}

/** Makes one attempt with so many letters and says whether it was accepted. */
function accepts(size) {
  sizes.push(size);
  return size <= limit;
}

// Yours:

/** Returns the largest batch of 1 to `most` letters that is accepted, or 0. */
export function largestBatch(most) {
  for (let size = 1; size <= most; size += 1) {
    if (!accepts(size)) {
      return size - 1;
    }
  }
  return most;
}
