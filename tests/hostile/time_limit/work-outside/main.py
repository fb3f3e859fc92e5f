total = 0
for n in range(3_000_000):
    total += n * n
print(total % 1000)
