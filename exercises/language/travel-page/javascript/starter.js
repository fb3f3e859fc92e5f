const sleep = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

class ConnectionError extends Error {
  name = "ConnectionError";
}

/** Waits as long as the service takes, and returns its answer, or throws a ConnectionError. */
async function ask(service) {
  await sleep(service.seconds);
  if (service.answer === undefined) {
    throw new TypeError("no answer");
  }
  if (service.answer === "down") {
    throw new ConnectionError("connection refused");
  }
  return service.answer;
}

/** Returns each service's part under its name; "unavailable" and "slow" where there is no answer. */
export async function travelPage(services, limit) {
  const page = {};
  for (const service of services) {
    page[service.name] = await ask(service);
  }
  return page;
}

/** Returns the page, and the seconds that it took. */
export async function measured(services, limit) {
  const start = Date.now();
  const page = await travelPage(services, limit);
  return [page, (Date.now() - start) / 1000];
}

/** Returns the seconds that the page took. */
export async function secondsNeeded(services, limit) {
  const [page, seconds] = await measured(services, limit);
  return seconds;
}
