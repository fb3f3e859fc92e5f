/** Says whether this person may cancel this order. */
export function mayCancel(status, minutes, isOwner, isStaff) {
  return isOwner || isStaff;
}
