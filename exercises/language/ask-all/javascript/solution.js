const sleep = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

/** Waits as long as the service takes, and returns its answer. */
async function ask(service) {
  await sleep(service.seconds);
  return service.answer;
}

/** Returns the answers of all services in their order; asks them all at once. */
export async function askAll(services) {
  return await Promise.all(services.map((service) => ask(service)));
}

/** Returns the answers, and the seconds that it took to get them. */
export async function measured(services) {
  const start = Date.now();
  const answers = await askAll(services);
  return [answers, (Date.now() - start) / 1000];
}
