export async function preview(url) {
  if (new URL(url).hostname !== "news.example.com") return "not allowed";
  return (await fetch(url)).text();
}
