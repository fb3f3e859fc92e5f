import sys

text = sys.argv[1]
for line in sys.stdin:
    if text in line:
        print(line)
