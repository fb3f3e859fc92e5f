const plots = [
  { number: 3, gardener: "Ines", square_metres: 180 },
  { number: 7, gardener: null, square_metres: 210 },
  { number: 12, gardener: "Piotr", square_metres: 150 },
  { number: 15, gardener: null, square_metres: 95 },
];

/** Returns the plot whose number is written like this, or undefined. */
const find = (number) => plots.find((plot) => String(plot.number) === number);

const noSuchPlot = () => Response.json({ error: "no such plot" }, { status: 404 });

const listPlots = () => Response.json(plots);

const listFreePlots = () => Response.json(plots.filter((plot) => plot.gardener === null));

function showPlot({ number }) {
  const plot = find(number);
  return plot ? Response.json(plot) : noSuchPlot();
}

function waterPlot({ number }) {
  const plot = find(number);
  return plot ? Response.json({ plot: plot.number, minutes: 10 }, { status: 202 }) : noSuchPlot();
}

// Fixed paths stand above those with a gap that would fit them too.
const routes = [
  ["GET", "/plots", listPlots],
  ["GET", "/plots/free", listFreePlots],
  ["GET", "/plots/{number}", showPlot],
  ["POST", "/plots/{number}/waterings", waterPlot],
];

/** Returns the parameters, or null if the path does not fit. */
function match(pattern, path) {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) {
    return null;
  }
  const params = {};
  for (const [i, want] of wanted.entries()) {
    if (want.startsWith("{") && given[i] !== "") {
      params[want.slice(1, -1)] = given[i];
    } else if (want !== given[i]) {
      return null;
    }
  }
  return params;
}

export default {
  /** Answers one request. */
  async fetch(request) {
    const path = new URL(request.url).pathname;
    const allowed = new Set();
    for (const [method, pattern, handler] of routes) {
      const params = match(pattern, path);
      if (params === null) {
        continue;
      }
      if (method === request.method) {
        return handler(params);
      }
      allowed.add(method);
    }
    if (allowed.size > 0) {
      const allow = [...allowed].join(", ");
      return Response.json({ error: `use ${allow}` }, { status: 405, headers: { Allow: allow } });
    }
    return Response.json({ error: "not found" }, { status: 404 });
  },
};
