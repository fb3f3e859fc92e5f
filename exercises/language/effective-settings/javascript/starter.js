/** Returns the overrides laid over the defaults, section by section. */
export function effective(defaults, overrides) {
  return { ...defaults, ...overrides };
}

/** Sets the port in the effective settings; returns these and the defaults. */
export function changedPort(defaults, overrides, port) {
  const settings = effective(defaults, overrides);
  settings.mail.port = port;
  return [settings, defaults];
}
