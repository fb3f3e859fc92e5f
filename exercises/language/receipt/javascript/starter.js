/** Returns the tax on a net price in whole cents; half a cent goes up. */
export function tax(net, percent) {
  return Math.floor((net * percent) / 100);
}

/** Returns the net price plus its tax. */
export function gross(net, percent) {
  return net;
}

/** Returns a line such as "ride 17: net 1050, tax 200 (19 %), gross 1250". */
export function receipt(ride, net, percent) {
  return `ride ${ride}: net ${net}`;
}
