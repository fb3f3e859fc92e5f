data = bytearray(8 << 20)
while True:
    data[:] = bytes(8 << 20)
