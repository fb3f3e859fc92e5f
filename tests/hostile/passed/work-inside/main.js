let total = 0;
for (let n = 0; n < 100_000; n++) {
  total = (total + n * n) % 1000;
}
console.log("done");
