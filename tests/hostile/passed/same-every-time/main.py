import os
import random
import secrets
import time
import uuid
from datetime import datetime, timezone

print(datetime.now(timezone.utc).date())
print(time.time(), time.perf_counter(), time.monotonic())
print(random.random(), random.sample(range(1000), 5), secrets.token_hex(8), os.urandom(8), uuid.uuid4())
print(hash("text"), list({"b", "a", "c"}), id(object()))
