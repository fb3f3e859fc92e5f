import re

line = re.compile(r'(?P<address>\d+\.\d+\.\d+\.\d+) - - \[(?P<time>[^\]]+)\] "(?P<method>[A-Z]+) (?P<path>\S+) HTTP/[\d.]+" (?P<status>\d{3}) (?P<bytes>\d+)')
log = "\n".join(f'192.0.2.{n % 250} - - [01/Jan/2026:00:00:{n % 60:02}] "GET /orders/{n}?page={n % 9} HTTP/1.1" {200 + n % 5} {n * 13}' for n in range(20_000))
total = 0
for _ in range(3):
    total += sum(int(found["bytes"]) for found in line.finditer(log) if found["status"] == "200")
    total += len(re.sub(r"\d+", lambda digits: digits[0][::-1], log[:200_000]))
print(total)
