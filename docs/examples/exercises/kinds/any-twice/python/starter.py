def any_twice(values):
    for i in range(len(values)):
        for j in range(i):
            if values[i] == values[j]:
                return True
    return False
