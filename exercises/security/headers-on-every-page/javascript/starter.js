import { Hono } from "hono";

const app = new Hono();
const poweredBy = { "X-Powered-By": "PracticePages/2.3.1" };

app.get("/", (c) => c.html('<h1>Dr Okafor</h1><script>document.title = "Open until six";</script>', 200, poweredBy));

app.get("/menu", (c) => c.html("<p>Soft soup, every day</p>", 200, poweredBy));

app.get("/me", (c) => c.html("<p>Next visit: 3 March</p>", 200, poweredBy));

app.get("/me/letters/:number{[0-9]+}", (c) => c.html(`<p>Letter ${c.req.param("number")}</p>`, 200, poweredBy));

app.get("/broken", () => {
  throw new Error("the printer is on fire");
});

export default app;
