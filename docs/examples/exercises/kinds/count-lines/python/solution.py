import sys

count = 0
for line in sys.stdin:
    if line.strip():
        count += 1
if count == 0:
    print("no lines", file=sys.stderr)
    sys.exit(1)
print(count)
