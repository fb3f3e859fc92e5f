const signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

const openCodes = new Set();
let count = 0n;

/** Returns a new code and remembers it as open. */
export function newCode(now) {
  count += 1n;
  let number = BigInt(now) * 1_000_000n + count;
  let code = "";
  for (let place = 0; place < 12; place += 1) {
    code = signs[Number(number % 32n)] + code;
    number /= 32n;
  }
  openCodes.add(code);
  return code;
}

/** Says whether this code was open, and closes it. */
export function redeem(code) {
  const plain = code.toUpperCase().replace(/[ -]/g, "");
  return openCodes.has(plain);
}
