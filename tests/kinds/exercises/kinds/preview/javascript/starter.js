export async function preview(url) {
  return (await fetch(url)).text();
}
