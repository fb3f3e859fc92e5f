export function gross(net) {
  return net;
}
