import os

written = 0
try:
    with open("/tmp/big", "wb") as file:
        while written < 1 << 30:
            written += file.write(b"x" * (1 << 16))
            file.flush()
    print("NO END")
except OSError:
    print("capped")
for n in range(1_000_000):
    try:
        open(f"/tmp/{n}", "w").close()
    except OSError:
        print("capped")
        break
