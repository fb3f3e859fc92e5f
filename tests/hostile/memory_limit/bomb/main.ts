const hoard: Uint8Array[] = [];
for (;;) {
  hoard.push(new Uint8Array(1 << 20));
}
