held = []
try:
    while len(held) < 1_000_000:
        held.append(open("/code/main.py"))
    print("NO END")
except OSError:
    print("capped")
