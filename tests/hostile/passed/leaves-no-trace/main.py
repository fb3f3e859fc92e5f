import builtins
import gc
import os
import sys
import tempfile

MARKER = "marker-" + "7c1e93"
found = []
if hasattr(builtins, "marker") or "marker" in sys.modules:
    found.append("a patch")
for folder in ("/tmp", "/data", "/code", "/lib", tempfile.gettempdir()):
    try:
        if any("marker" in name for name in os.listdir(folder)):
            found.append(folder)
    except OSError:
        pass
if any(type(one) is str and one == MARKER and one is not MARKER for one in gc.get_objects()):
    found.append("an object")
print(found or "clean")

builtins.marker = sys.modules["marker"] = MARKER
os.environ["MARKER"] = MARKER
hoard = [MARKER * 1000 for _ in range(100)]
for folder in ("/tmp", "/data", "/code", "/lib"):
    try:
        with open(f"{folder}/marker", "w") as file:
            file.write(MARKER)
    except OSError:
        pass
