const NEAR = ["ES", "PT"];

export function shippingFee(cartCents, country, isMember) {
  let fee = NEAR.includes(country) ? 490 : 1490;
  if (NEAR.includes(country) && cartCents >= 5000) {
    fee = 0;
  }
  return isMember ? fee / 2 : fee;
}
