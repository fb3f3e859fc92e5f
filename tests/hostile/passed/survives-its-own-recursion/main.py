def deeper():
    return deeper()


for _ in range(3):
    try:
        deeper()
    except RecursionError:
        print("caught")
