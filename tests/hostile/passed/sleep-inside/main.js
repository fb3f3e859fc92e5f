const before = Date.now();
await new Promise((resolve) => setTimeout(resolve, 29_000));
const passed = Date.now() - before;
console.log(29_000 <= passed && passed < 30_000);
