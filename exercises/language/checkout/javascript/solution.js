const SHIPPING = new Map([
  ["ES", { cents: 490, freeFrom: 5000 }],
  ["PT", { cents: 690, freeFrom: 8000 }],
]);

/** Returns the cart, or null if the body is not a JSON object. */
function parse(body) {
  let cart;
  try {
    cart = JSON.parse(body);
  } catch {
    return null;
  }
  return typeof cart === "object" && !Array.isArray(cart) ? cart : null;
}

/** Returns what is wrong with one item, or null. */
function errorOf(item, catalogue, taken) {
  const sku = item?.sku;
  if (typeof sku !== "string" || !Object.hasOwn(catalogue, sku)) {
    return "unknown article";
  }
  if (!Number.isInteger(item.quantity) || item.quantity < 1 || item.quantity > 20) {
    return "quantity must be from 1 to 20";
  }
  const left = catalogue[sku].stock - (taken.get(sku) ?? 0);
  if (item.quantity > left) {
    return `only ${left} left`;
  }
  return null;
}

/** Returns the price of all good items, and the errors of the others. */
function addUp(items, catalogue) {
  if (!Array.isArray(items) || items.length === 0) {
    return [0, ["items is empty"]];
  }
  let goods = 0;
  const errors = [];
  const taken = new Map();
  for (const [place, item] of items.entries()) {
    const error = errorOf(item, catalogue, taken);
    if (error !== null) {
      errors.push(`item ${place + 1}: ${error}`);
      continue;
    }
    taken.set(item.sku, (taken.get(item.sku) ?? 0) + item.quantity);
    goods += catalogue[item.sku].cents * item.quantity;
  }
  return [goods, errors];
}

/** Returns the sum of a cart, or all that is wrong with it. */
export function checkout(body, catalogue) {
  const cart = parse(body);
  if (cart === null) {
    return { ok: false, errors: ["body is not a JSON object"] };
  }

  const [goods, errors] = addUp(cart.items, catalogue);
  const coupon = cart.coupon ?? null;
  if (coupon !== null && coupon !== "SPRING") {
    errors.push("unknown coupon");
  }
  const terms = SHIPPING.get(cart.country);
  if (terms === undefined) {
    errors.push("we do not deliver there");
  }
  if (errors.length > 0) {
    return { ok: false, errors: errors };
  }

  const discount = coupon === "SPRING" ? Math.floor(goods / 10) : 0;
  const shipping = goods - discount >= terms.freeFrom ? 0 : terms.cents;
  const total = goods - discount + shipping;
  return { ok: true, goods: goods, discount: discount, shipping: shipping, total: total };
}
