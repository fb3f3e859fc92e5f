let numbers = [];

export function load(sortedNumbers) {
  numbers = sortedNumbers;
}

export function find(number) {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < number) low = middle + 1;
    else high = middle;
  }
  return numbers[low] === number ? low : -1;
}
