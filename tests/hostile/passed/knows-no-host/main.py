import os
import sys

print(sorted(key for key in os.environ if key not in ("HOME", "PWD", "LANG", "TZ")))
print(sys.argv, os.getcwd())
for ask in ("getlogin", "getuid", "uname", "getppid", "cpu_count"):
    try:
        answer = getattr(os, ask)()
        if ask == "uname" and "wasi" in answer.sysname.lower() + answer.machine + sys.platform:
            continue
        if answer not in (None, 0, 1, 42):
            print(ask, answer)
    except (OSError, AttributeError):
        pass
