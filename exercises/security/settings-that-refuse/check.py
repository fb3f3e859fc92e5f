"""Reads the message as somebody with access to the logs does."""


def shows_no_value(subject):
    for name, value in (("SECRET_KEY", "short-but-secret"), ("DATABASE_PASSWORD", "tiny-pass")):
        env = {"SECRET_KEY": "f3b1c0d2e4a596877869a5b4c3d2e1f0", "DATABASE_PASSWORD": "velvet-seat-row-9", "HOSTS": "book.example.org", name: value}
        try:
            subject.call("read_settings", env)
        except Exception as error:
            message = str(error)
            assert name in message, f"the message does not name {name}"
            assert value not in message, "the message shows the value of a secret"
        else:
            raise AssertionError(f"a {name} of {len(value)} signs was accepted")
