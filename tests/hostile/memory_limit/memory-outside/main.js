const data = new Uint8Array(128 << 20);
console.log(data.length);
