const examples = new Set(["change-me-please-change-me-please", "postgres-password", "secret-key-for-development-only-1234"]);
const environments = ["production", "test", "development"];

function demand(condition, message) {
  if (!condition) {
    throw new RangeError(message);
  }
}

/** Returns a secret, or throws an error that does not show it. */
function secret(env, name, shortest) {
  const value = env[name] ?? "";
  demand(value !== "", `${name} is not set`);
  demand(!examples.has(value.toLowerCase()), `${name} is one of the examples`);
  demand(value.length >= shortest, `${name} must have at least ${shortest} signs`);
  return value;
}

function readEnvironment({ APP_ENV: environment = "production" }) {
  demand(environments.includes(environment), `APP_ENV must be one of ${environments.join(", ")}`);
  return environment;
}

function readDebug({ DEBUG: debug = "0" }, environment) {
  demand(debug === "0" || debug === "1", "DEBUG must be 0 or 1");
  demand(debug === "0" || environment !== "production", "DEBUG must not be on in production");
  return debug === "1";
}

function readHosts({ HOSTS: text }, environment) {
  const listed = text ?? (environment === "production" ? "" : "localhost");
  const hosts = listed.split(",").map((host) => host.trim()).filter((host) => host !== "");
  demand(hosts.length > 0, "HOSTS is not set");
  demand(environment !== "production" || !hosts.some((host) => host.includes("*")), "HOSTS must not contain a star in production");
  return hosts;
}

function readMinutes({ SESSION_MINUTES: text = "30" }) {
  const minutes = Number(text);
  demand(/^[0-9]{1,3}$/.test(text) && minutes >= 1 && minutes <= 720, "SESSION_MINUTES must be a number from 1 to 720");
  return minutes;
}

/** Returns the settings, or throws a RangeError that names what is wrong. */
export function readSettings(env) {
  const environment = readEnvironment(env);
  return {
    environment,
    debug: readDebug(env, environment),
    secret_key: secret(env, "SECRET_KEY", 32),
    database_password: secret(env, "DATABASE_PASSWORD", 12),
    hosts: readHosts(env, environment),
    session_minutes: readMinutes(env),
  };
}
