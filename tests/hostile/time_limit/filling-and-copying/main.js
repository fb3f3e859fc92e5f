const data = new Uint8Array(8 << 20);
for (;;) {
  data.fill(1);
  data.copyWithin(1, 0);
}
