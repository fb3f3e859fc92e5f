print(len(str(7**7**9)))
