numbers = []


def load(sorted_numbers):
    global numbers
    numbers = sorted_numbers


def find(number):
    return numbers.index(number) if number in numbers else -1
