import time

time.sleep(31)
print("awake")
