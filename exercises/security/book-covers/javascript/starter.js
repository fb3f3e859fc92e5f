/** Returns the cover at this address, or null if there is none. */
export async function fetchCover(url) {
  const response = await fetch(url);
  return response.ok ? response.text() : null;
}
