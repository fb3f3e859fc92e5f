await new Promise((resolve) => setTimeout(resolve, 31_000));
console.log("awake");
