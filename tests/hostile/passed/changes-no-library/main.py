import json
import os


def attempt(what, *args):
    try:
        what(*args)
        print("DONE", what.__name__, args)
    except OSError:
        pass


def append(path):
    with open(path, "a") as file:
        file.write("# marker\n")


for path in (json.__file__, "/lib/json/__init__.py", "/code/main.py"):
    attempt(append, path)
    attempt(os.remove, path)
    attempt(os.rename, path, path + ".old")
    attempt(os.truncate, path, 0)
attempt(append, "/lib/new.py")
attempt(os.mkdir, "/lib/new")
attempt(os.rmdir, "/lib/json")
print("done")
