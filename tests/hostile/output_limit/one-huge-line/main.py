import sys

sys.stdout.write("x" * (60 << 20))
