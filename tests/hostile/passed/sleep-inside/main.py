import time

before = time.monotonic()
time.sleep(29)
print(29 <= time.monotonic() - before < 30)
