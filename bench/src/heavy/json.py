import json

orders = [
    {"id": number, "customer": f"customer {number % 97}", "paid": number % 3 == 0, "lines": [{"sku": f"s-{line}", "price": line * 1.25} for line in range(6)]}
    for number in range(3_000)
]
for _ in range(8):
    orders = json.loads(json.dumps(orders))
print(len(json.dumps(orders)))
