const examples = new Set(["change-me-please-change-me-please", "postgres-password", "secret-key-for-development-only-1234"]);

/** Returns the settings. */
export function readSettings(env) {
  const hosts = env.HOSTS ?? (env.APP_ENV ? "localhost" : "*");
  const minutes = Number(env.SESSION_MINUTES ?? "30");
  return {
    environment: env.APP_ENV ?? "development",
    debug: env.APP_ENV !== "test" && Boolean(env.DEBUG),
    secret_key: env.SECRET_KEY ?? "change-me-please-change-me-please",
    database_password: env.DATABASE_PASSWORD ?? "postgres-password",
    hosts: hosts.split(",").map((host) => host.trim()),
    session_minutes: minutes,
  };
}
