/** Returns the program that listens there, "refused" or "timed out". */
export function knock(machines, address, port) {
  for (const machine of machines) {
    if (machine.address === address) {
      for (const listener of machine.listens) {
        if (listener.port === port) {
          return listener.program;
        }
      }
      return "refused";
    }
  }
  return "timed out";
}
