import re

EXAMPLES = {"change-me-please-change-me-please", "postgres-password", "secret-key-for-development-only-1234"}
ENVIRONMENTS = ("production", "test", "development")


def secret(env, name, shortest):
    """Return a secret, or raise an error that does not show it."""
    value = env.get(name, "")
    if value == "":
        raise ValueError(f"{name} is not set")
    if value.lower() in EXAMPLES:
        raise ValueError(f"{name} is one of the examples")
    if len(value) < shortest:
        raise ValueError(f"{name} must have at least {shortest} signs")
    return value


def read_environment(env):
    environment = env.get("APP_ENV", "production")
    if environment not in ENVIRONMENTS:
        raise ValueError(f"APP_ENV must be one of {', '.join(ENVIRONMENTS)}")
    return environment


def read_debug(env, environment):
    debug = env.get("DEBUG", "0")
    if debug not in ("0", "1"):
        raise ValueError("DEBUG must be 0 or 1")
    if debug == "1" and environment == "production":
        raise ValueError("DEBUG must not be on in production")
    return debug == "1"


def read_hosts(env, environment):
    default = "" if environment == "production" else "localhost"
    hosts = [host.strip() for host in env.get("HOSTS", default).split(",") if host.strip()]
    if not hosts:
        raise ValueError("HOSTS is not set")
    if environment == "production" and any("*" in host for host in hosts):
        raise ValueError("HOSTS must not contain a star in production")
    return hosts


def read_minutes(env):
    text = env.get("SESSION_MINUTES", "30")
    if not re.fullmatch("[0-9]{1,3}", text) or not 1 <= int(text) <= 720:
        raise ValueError("SESSION_MINUTES must be a number from 1 to 720")
    return int(text)


def read_settings(env):
    """Return the settings, or raise a ValueError that names what is wrong."""
    environment = read_environment(env)
    return {
        "environment": environment,
        "debug": read_debug(env, environment),
        "secret_key": secret(env, "SECRET_KEY", 32),
        "database_password": secret(env, "DATABASE_PASSWORD", 12),
        "hosts": read_hosts(env, environment),
        "session_minutes": read_minutes(env),
    }
