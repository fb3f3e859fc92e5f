import os
import pathlib

for path in ["/etc/passwd", "../etc/passwd", "../../../../../../etc/passwd", "/code/../../etc/passwd", "/proc/self/environ",
             "/proc/self/maps", "/dev/zero", "/root", "/home", "/sys", "/lib/../../etc/hostname", "//etc/passwd", "~/.ssh"]:
    try:
        with open(path) as file:
            print("READ", path, file.read(100))
    except OSError:
        pass
    try:
        print("LISTED", path, os.listdir(path))
    except OSError:
        pass
try:
    os.symlink("/etc/passwd", "/tmp/link")
    print("LINKED", open("/tmp/link").read(100))
except OSError:
    pass
for found in sorted(pathlib.Path("/").iterdir()):
    if str(found) not in ("/code", "/lib", "/tmp", "/data", "/dev"):
        print("FOUND", found)
print("done")
