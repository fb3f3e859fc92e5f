import { Hono } from "hono";

const app = new Hono();
const orders = [];

app.post("/orders", async (c) => {
  const { pizza } = await c.req.json();
  const order = { number: orders.length + 1, pizza };
  orders.push(order);
  return c.json(order, 201);
});

/** Whether the screen must start anew, and the orders that it has not had. */
function missed(mark) {
  if (mark === "") {
    return { reset: false, news: orders };
  }
  if (!/^[0-9]+$/.test(mark) || Number(mark) > orders.length) {
    return { reset: true, news: orders };
  }
  return { reset: false, news: orders.filter(({ number }) => number > Number(mark)) };
}

app.get("/orders/stream", (c) => {
  const { reset, news } = missed(c.req.header("Last-Event-ID") ?? "");
  const events = ["retry: 2000\n\n"];
  if (reset) {
    events.push("event: reset\ndata: {}\n\n");
  }
  for (const order of news) {
    events.push(`id: ${order.number}\nevent: order\ndata: ${JSON.stringify(order)}\n\n`);
  }
  return c.body(events.join(""), 200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
});

export default app;
