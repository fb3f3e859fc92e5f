import sys

unreadable = False
for number, line in enumerate(sys.stdin, start=1):
    line = line.rstrip("\n")
    if not line:
        continue
    words = line.split(" ")
    if len(words) != 5 or not (words[4].isascii() and words[4].isdecimal()):
        print(f"line {number}: unreadable", file=sys.stderr)
        unreadable = True
        continue
    if int(words[4]) >= 500:
        print(line)

if unreadable:
    sys.exit(1)
