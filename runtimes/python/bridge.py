"""The guest's way to ask the host: a question is written to /dev/bridge as a line of JSON, the answer read from it as one."""

open_descriptor, read_descriptor, write_descriptor, close_descriptor = os.open, os.read, os.write, os.close
BRIDGE, READ_AND_WRITE = "/dev/bridge", os.O_RDWR


def plain_exceptions():
    """Python's own exceptions that are made of a message, by their names."""
    for name, kind in vars(builtins).items():
        if isinstance(kind, type) and issubclass(kind, Exception) and kind.__name__ == name:
            try:
                kind("")
            except TypeError:
                continue
            yield name, kind


EXCEPTIONS = dict(plain_exceptions())


class SubjectStopped(RuntimeError):
    """The code on the other side used up what it may use."""

    __module__ = "builtins"  # a traceback shows no name of ours before it


STOPPED = {
    "time_limit": "the code under test used up its computing time",
    "memory_limit": "the code under test asked for more memory than it may have",
    "output_limit": "the code under test printed more than it may",
}


def ask_host(question):
    """What the host answers. Raises FileNotFoundError where there is nobody to ask."""
    rest = encode_json(question) + b"\n"
    descriptor = open_descriptor(BRIDGE, READ_AND_WRITE)
    try:
        while rest:
            rest = rest[write_descriptor(descriptor, rest) :]
        pieces = []
        while piece := read_descriptor(descriptor, 65536):
            pieces.append(piece)
    finally:
        close_descriptor(descriptor)
    return scan_json(b"".join(pieces).decode(), 0)[0]


class Subject:
    """The code on the other side, and the exceptions that come from there."""

    def __init__(self, module):
        self.module = module
        self.exceptions = {}

    def exception(self, name):
        """The built-in exception of a name, or else a class made for it; always the same one."""
        if name not in self.exceptions:
            plain = name.replace("\0", "")[:200]
            self.exceptions[name] = EXCEPTIONS.get(name) or type(plain, (Exception,), {"__module__": self.module})
        return self.exceptions[name]

    def call(self, name, args):
        try:
            tagged = [to_tagged(argument) for argument in args]
        except UnsupportedValue as error:
            raise TypeError(str(error).replace("returned", "passed").replace("; return ", "; pass ")) from None
        return from_tagged(self.read(ask_host({"call": {"function": name, "args": tagged}}))["value"])

    def read(self, answer):
        """An answer that has one, or else the exception for what came instead."""
        [(kind, content)] = list(answer.items())[:1]
        if kind == "raised":
            kind = self.exception(content["type"])
            error = kind(quoted_key(content["message"]) if kind is KeyError else content["message"])
        elif kind == "missing":
            error = AttributeError(f"the code under test has no '{content}'")
        elif kind == "stopped":
            error = SubjectStopped(STOPPED.get(content, "the code under test ended before it answered"))
        elif kind in ("refused", "malformed"):
            error = RuntimeError(content)
        else:
            return answer
        error.came_from_subject = kind != "malformed"
        raise error


def quoted_key(message):
    """The key that a KeyError was made with, whose message is the key as Python writes it."""
    try:
        return ast.literal_eval(message)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return message


def proxy_of(subject, name):
    """A function that is one of the subject's."""

    def ask(*args):
        return subject.call(name, args)

    ask.__name__ = ask.__qualname__ = name
    ask.__module__ = subject.module
    return ask


def proxy_module(name, exports):
    """A module whose functions are the subject's."""
    subject = Subject(name)
    module = ModuleType(name)
    for export in exports:
        setattr(module, export, subject.exception(export) if export[:1].isupper() else proxy_of(subject, export))

    def missing(attribute):
        # Exceptions need not be announced: a test may ask for one that the subject is only to raise.
        if attribute[:1].isupper():
            return subject.exception(attribute)
        raise AttributeError(f"module {name!r} has no attribute {attribute!r}; it has {', '.join(exports)}", name=attribute, obj=module)

    module.__getattr__ = missing
    module.__all__ = list(exports)
    return module
