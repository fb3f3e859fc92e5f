NEAR = {"ES", "PT"}


def shipping_fee(cart_cents, country, is_member):
    fee = 490 if country in NEAR else 1490
    if country in NEAR and cart_cents >= 5000:
        fee = 0
    if is_member:
        fee = fee // 2
    return fee
