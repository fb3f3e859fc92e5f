"""What there is not in the sandbox, and how it says so: a network, threads, modules."""

import errno, socket, threading

NO_NETWORK = "there is no network in the sandbox"


class Socket(socket.socket):
    """Can be named and subclassed, not made."""

    def __init__(self, *args, **kwargs):
        raise OSError(errno.ENETUNREACH, NO_NETWORK)


def unreachable(*args, **kwargs):
    raise socket.gaierror(errno.ENETUNREACH, NO_NETWORK)


def start_no_thread(*args, **kwargs):
    raise RuntimeError("can't start new thread: there is only one in the sandbox")


Socket.__name__ = Socket.__qualname__ = "socket"
Socket.__module__ = "socket"
socket.socket = socket.SocketType = Socket
for name in ("getaddrinfo", "gethostbyaddr", "gethostbyname", "gethostbyname_ex", "getnameinfo", "socketpair"):
    setattr(socket, name, unreachable)
socket.gethostname = lambda: "localhost"
threading._start_joinable_thread = start_no_thread

library_names = []  # what can be imported besides the standard library


def explain_missing_module(error):
    """Tells who imported a module that is not here which ones are."""
    if not isinstance(error, ModuleNotFoundError) or error.msg != f"No module named {error.name!r}":
        return
    if error.name.split(".")[0] in sys.stdlib_module_names:
        error.msg += "; this part of the standard library cannot work in the sandbox"
    elif library_names:
        error.msg += f"; besides the standard library there is: {', '.join(library_names)}"
    else:
        error.msg += "; there is the standard library, and nothing else"
