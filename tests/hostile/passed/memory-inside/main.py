data = bytearray(16 << 20)
print(len(data))
