import sys

sys.stdout.write("x" * 1024 + "\n")
