numbers = []
state = 42
for _ in range(120_000):
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    numbers.append(state)
for _ in range(3):
    ordered = sorted(numbers)
    by_text = sorted(numbers, key=str)
    by_end = sorted(numbers, key=lambda number: (number % 1_000, number))
print(ordered[0], by_text[0], by_end[0])
