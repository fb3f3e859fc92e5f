EXAMPLES = {"change-me-please-change-me-please", "postgres-password", "secret-key-for-development-only-1234"}


def read_settings(env):
    """Return the settings."""
    hosts = env.get("HOSTS", "localhost" if env.get("APP_ENV") else "*")
    minutes = env.get("SESSION_MINUTES", "30")
    return {
        "environment": env.get("APP_ENV", "development"),
        "debug": bool(env.get("DEBUG", "")) if env.get("APP_ENV") != "test" else False,
        "secret_key": env.get("SECRET_KEY", "change-me-please-change-me-please"),
        "database_password": env.get("DATABASE_PASSWORD", "postgres-password"),
        "hosts": [host.strip() for host in hosts.split(",")],
        "session_minutes": int(minutes) if minutes.isdigit() else 60 * 24 * 365,
    }
