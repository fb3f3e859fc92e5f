import sys

sys.stdout.write("x" * 1023 + "\n")
