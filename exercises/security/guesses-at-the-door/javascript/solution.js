const passwords = new Map([["ines", "ferry-31"], ["bo", "kiosk-77"]]); // How they should be kept is another lesson's topic.

const span = 15 * 60;
const perAccount = 5;
const perAddress = 20;

const byAccount = new Map(); // name -> times of wrong attempts
const byAddress = new Map(); // IP address -> times of wrong attempts

/** Returns the times of this key that still count, and forgets the others. */
function recent(times, key, now) {
  const kept = (times.get(key) ?? []).filter((time) => now - time < span);
  times.set(key, kept);
  return kept;
}

/** Returns "ok", "wrong", or "wait" after too many wrong attempts. */
export function logIn(account, password, address, now) {
  const name = account.trim().toLowerCase();
  const onAccount = recent(byAccount, name, now);
  const fromAddress = recent(byAddress, address, now);
  if (onAccount.length >= perAccount || fromAddress.length >= perAddress) {
    return "wait";
  }
  if (passwords.get(name) === password) {
    byAccount.delete(name);
    return "ok";
  }
  onAccount.push(now);
  fromAddress.push(now);
  return "wrong";
}
