try:
    data = bytearray(1 << 30)
except MemoryError:
    data = bytearray(1 << 10)
print(len(data))
