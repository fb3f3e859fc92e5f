total = 0
for n in range(30_000):
    total += n * n
print(total % 1000)
