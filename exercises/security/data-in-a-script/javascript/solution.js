const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
const inScript = { "<": "\\u003c", ">": "\\u003e", "&": "\\u0026" };

const escape = (text) => text.replace(/[&<>"']/g, (sign) => signs[sign]);

/** Returns JSON that may stand within a script element. */
const scriptJson = (value) => JSON.stringify(value).replace(/[<>&]/g, (sign) => inScript[sign]);

function item({ title, price_cents: cents, photo }) {
  const shown = escape(title);
  const picture = photo.startsWith("https://") ? `<img src="${escape(photo)}" alt="${shown}">` : "";
  return `<li>${picture}${shown} (${cents} cents)</li>`;
}

/** Returns the HTML of the page. */
export function page(offers, nonce) {
  if (!/^[A-Za-z0-9_-]+$/.test(nonce)) {
    throw new RangeError("this is no nonce");
  }
  return (
    `<ul>${offers.map(item).join("")}</ul>` +
    `<script type="application/json" id="offers">${scriptJson(offers)}</script>` +
    `<script nonce="${nonce}">draw(JSON.parse(document.getElementById("offers").textContent))</script>`
  );
}
