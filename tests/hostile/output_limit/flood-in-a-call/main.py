def add(a, b):
    while True:
        print(a + b)
