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
  // Always true here: low letters are accepted; high letters are refused, or more than we want.
  let low = 0;
  let high = most + 1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (accepts(middle)) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return low;
}
