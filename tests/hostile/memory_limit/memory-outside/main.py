data = bytearray(128 << 20)
print(len(data))
