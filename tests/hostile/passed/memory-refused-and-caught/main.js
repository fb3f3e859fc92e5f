let data;
try {
  data = new Uint8Array(1 << 30);
} catch {
  data = new Uint8Array(1 << 10);
}
console.log(data.length);
