const item = ({ title, price_cents: cents, photo }) => `<li><img src="${photo}" alt="${title}">${title} (${cents} cents)</li>`;

/** Returns the HTML of the page. */
export function page(offers, nonce) {
  return (
    `<ul>${offers.map(item).join("")}</ul>` +
    `<script type="application/json" id="offers">${JSON.stringify(offers)}</script>` +
    `<script nonce="${nonce}">draw(JSON.parse(document.getElementById("offers").textContent))</script>`
  );
}
