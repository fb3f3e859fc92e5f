const endless = { [Symbol.iterator]: () => ({ next: () => ({ done: false, value: 0 }) }) };
console.log(Math.max(...(function* () { for (const n of endless) if (n) yield n; })()));
