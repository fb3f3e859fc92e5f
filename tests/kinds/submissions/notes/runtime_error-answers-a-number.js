export default { fetch: () => 42 };
