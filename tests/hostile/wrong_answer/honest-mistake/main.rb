def add(a, b) = a - b

def reverse(text) = text.reverse
