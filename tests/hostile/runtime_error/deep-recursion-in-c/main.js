let nested = [];
for (let n = 0; n < 200_000; n++) nested = [nested];
console.log(String(nested));
