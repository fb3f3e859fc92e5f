/** Returns the overrides laid over the defaults, section by section. */
export function effective(defaults, overrides) {
  const settings = {};
  for (const name of Object.keys({ ...defaults, ...overrides })) {
    settings[name] = { ...defaults[name], ...overrides[name] };
  }
  return settings;
}

/** Sets the port in the effective settings; returns these and the defaults. */
export function changedPort(defaults, overrides, port) {
  const settings = effective(defaults, overrides);
  settings.mail.port = port;
  return [settings, defaults];
}
