import sys

here = sys.stdin.readline().strip()
for line in sys.stdin:
    path = line.strip()
    print(here + "/" + path)
