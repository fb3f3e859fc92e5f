console.log([]);
console.log(typeof process === "undefined" ? "none" : Object.keys(process.env ?? {}).length === 0 ? "none" : process.env);
