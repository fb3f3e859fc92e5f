pieces = []
for number in range(200_000):
    pieces.append(f"{number:05d}:{'ab' * (number % 5)}")
text = ",".join(pieces)
words = text.upper().replace("AB", "x").split(",")
counts = {}
for word in words:
    counts[len(word)] = counts.get(len(word), 0) + 1
page = ""
for number in range(100_000):
    page += str(number)
print(len(text), sorted(counts.items()), len(page))
