let numbers = [];

export function load(sortedNumbers) {
  numbers = sortedNumbers;
}

export function find(number) {
  return numbers.indexOf(number);
}
