const passwords = new Map([["ines", "ferry-31"], ["bo", "kiosk-77"]]); // How they should be kept is another lesson's topic.

/** Returns "ok" or "wrong". */
export function logIn(account, password, address, now) {
  if (passwords.get(account.trim().toLowerCase()) === password) {
    return "ok";
  }
  return "wrong";
}
