accepted = open("/data/accepted.csv", "w")
rejected = open("/data/rejected.csv", "w")
for line in open("orders.csv"):
    number, email, cents = line.split(",")
    if int(cents) > 0:
        accepted.write(line)
    else:
        rejected.write(line)
print("done")
