nested = []
for _ in range(200_000):
    nested = [nested]
print(repr(nested))
