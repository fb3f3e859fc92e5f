from bisect import bisect_left

numbers = []


def load(sorted_numbers):
    global numbers
    numbers = sorted_numbers


def find(number):
    place = bisect_left(numbers, number)
    return place if place < len(numbers) and numbers[place] == number else -1
