import sqlite3

paths = ["/etc/passwd", "../../etc/passwd", "/data/../etc/passwd", "file:/etc/passwd?mode=ro", "file:///etc/passwd?vfs=unix", "/proc/self/mem", "/dev/zero",
         "/code/new.db", "/lib/new.db", "/new.db", "/data", "/tmp"]
for path in paths:
    try:
        database = sqlite3.connect(path, uri=True)
        database.execute("CREATE TABLE t (a)")
        print("OPENED", path)
    except sqlite3.Error:
        pass
database = sqlite3.connect(":memory:")
for statement in ["SELECT load_extension('x')", "ATTACH '/etc/passwd' AS host", "VACUUM INTO '/code/main.py'", "SELECT readfile('/etc/passwd')"]:
    try:
        database.execute(statement)
        print("EXECUTED", statement)
    except sqlite3.Error:
        pass
print("done")
