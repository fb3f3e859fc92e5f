/** Says whether this person may cancel this order. */
export function mayCancel(status, minutes, isOwner, isStaff) {
  if (["shipped", "cancelled"].includes(status)) {
    return false;
  }
  if (isStaff) {
    return true;
  }
  return isOwner && minutes <= 60 && ["new", "paid"].includes(status);
}
