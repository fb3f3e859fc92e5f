/** Says in one word what a client does after this status. */
export function nextStep(status) {
  if (status === 200) {
    return "done";
  }
  // The first digit says more than a list of known codes.
  return "give_up";
}
