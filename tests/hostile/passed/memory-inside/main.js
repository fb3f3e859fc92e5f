const data = new Uint8Array(16 << 20);
console.log(data.length);
