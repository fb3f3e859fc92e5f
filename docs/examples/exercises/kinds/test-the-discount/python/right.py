def price_to_pay(cents):
    if cents >= 5000:
        return cents * 9 // 10
    return cents
