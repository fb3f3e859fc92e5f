import sys

try:
    text = open(sys.argv[1]).read() if len(sys.argv) > 1 else sys.stdin.read()
except FileNotFoundError:
    print(sys.argv[1], "is not there", file=sys.stderr)
    sys.exit(2)
count = len(text.splitlines())
if len(sys.argv) > 2:
    with open(sys.argv[2], "w") as out:
        out.write(str(count))
else:
    print(count)
