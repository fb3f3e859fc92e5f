function deeper(n: number): number {
  return deeper(n + 1) + 1;
}

deeper(0);
