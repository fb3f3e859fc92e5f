def codes_differ(subject):
    codes = [subject.call("new_code") for _ in range(20)]
    assert len(set(codes)) == 20, "two of twenty codes were the same"
