def add(a, b):
    answer = a + b
    for _ in range(100_000):
        answer = [answer]
    return answer
