export function gross(net) {
  return Math.floor((net * 121) / 100);
}
