const parts = ["x".repeat(1024)];
for (;;) {
  parts.push(...parts.map((part) => part + parts.length));
}
