const isCount = (value) => Number.isInteger(value) && value >= 0;

/** Returns the payment of a line, or null if the line is broken. */
function readPayment(line) {
  let payment;
  try {
    payment = JSON.parse(line);
  } catch {
    return null;
  }
  const good =
    typeof payment?.id === "string" &&
    payment.id !== "" &&
    ["sale", "refund"].includes(payment.kind) &&
    isCount(payment.cents) &&
    isCount(payment.at);
  return good ? payment : null;
}

/** Returns the date that the shop's clock shows at this moment. */
function dateOf(seconds, offset) {
  return new Date((seconds + offset * 60) * 1000).toISOString().slice(0, 10);
}

/** Returns the takings of each day of the shop's clock, and the numbers of broken lines. */
export function dailyTakings(log, offset) {
  const days = new Map();
  const broken = [];
  const seen = new Set();
  for (const [place, line] of log.split("\n").entries()) {
    if (line.trim() === "") {
      continue;
    }
    const payment = readPayment(line);
    if (payment === null) {
      broken.push(place + 1);
      continue;
    }
    if (seen.has(payment.id)) {
      continue;
    }
    seen.add(payment.id);

    const date = dateOf(payment.at, offset);
    if (!days.has(date)) {
      days.set(date, { date: date, sales: 0, cents: 0 });
    }
    const day = days.get(date);
    if (payment.kind === "sale") {
      day.sales += 1;
      day.cents += payment.cents;
    } else {
      day.cents -= payment.cents;
    }
  }
  return { days: [...days.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1)), broken: broken };
}
