import sys

sys.stdout.buffer.write(b"\x1b[1mbold\x1b[0m\x00\xff\r\n")
