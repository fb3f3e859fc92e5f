export default { fetch: () => new Promise((done) => setTimeout(done, 3_600_000)) };
