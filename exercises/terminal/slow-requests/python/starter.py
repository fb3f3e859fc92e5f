import sys

for line in sys.stdin:
    words = line.split()
    if words[4] >= "500":
        print("slow:", line)
