import sys

HEADING = "number,email,cents"


def is_number(text):
    return text.isascii() and text.isdecimal()


def is_good(line):
    fields = line.split(",")
    if len(fields) != 3:
        return False
    number, email, cents = fields
    return is_number(number) and "@" in email and is_number(cents) and int(cents) > 0


def fail(message):
    print(message, file=sys.stderr)
    sys.exit(2)


try:
    with open("orders.csv") as file:
        lines = file.read().split("\n")
except FileNotFoundError:
    fail("no orders.csv")
if lines[0] != HEADING:
    fail("wrong heading")

accepted, rejected = [], []
for line in lines[1:]:
    if line:
        (accepted if is_good(line) else rejected).append(line)

for name, orders in [("accepted", accepted), ("rejected", rejected)]:
    with open(f"/data/{name}.csv", "w") as file:
        file.write("\n".join([HEADING, *orders]) + "\n")

print(f"accepted {len(accepted)}, rejected {len(rejected)}")
if rejected:
    sys.exit(1)
