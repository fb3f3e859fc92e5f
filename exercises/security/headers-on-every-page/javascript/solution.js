import { Hono } from "hono";

const app = new Hono();
const headers = {
  "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
  "Content-Security-Policy": "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
};

app.use(async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(headers)) {
    c.header(name, value);
  }
  if (c.req.path === "/me" || c.req.path.startsWith("/me/")) {
    c.header("Cache-Control", "no-store");
  }
});

app.get("/", (c) => c.html('<h1>Dr Okafor</h1><script src="/hours.js"></script>'));

app.get("/hours.js", (c) => c.body('document.title = "Open until six";', 200, { "Content-Type": "text/javascript" }));

app.get("/menu", (c) => c.html("<p>Soft soup, every day</p>"));

app.get("/me", (c) => c.html("<p>Next visit: 3 March</p>"));

app.get("/me/letters/:number{[0-9]+}", (c) => c.html(`<p>Letter ${c.req.param("number")}</p>`));

app.get("/broken", () => {
  throw new Error("the printer is on fire");
});

export default app;
