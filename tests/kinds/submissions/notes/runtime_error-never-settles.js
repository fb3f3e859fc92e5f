export default { fetch: () => new Promise(() => {}) };
