import os.path
import sys

here = sys.stdin.readline().strip()
printed = set()
for line in sys.stdin:
    path = line.strip()
    if not path or path.startswith("#"):
        continue
    path = os.path.normpath(os.path.join(here, path))
    if path.startswith("//"):
        path = path[1:]
    if path not in printed:
        printed.add(path)
        print(path)
