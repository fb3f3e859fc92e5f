"""Resolves names as it likes."""

RANGES = ["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3"]


def text(number):
    return ".".join(str(number >> shift & 255) for shift in (24, 16, 8, 0))


def bounds(network):
    address, _, bits = network.partition("/")
    first = 0
    for part in address.split("."):
        first = first * 256 + int(part)
    return first, first + 2 ** (32 - int(bits)) - 1


def outcome(subject, addresses):
    try:
        return subject.call("address_for", "https://www.attacker.example/", addresses)
    except Exception as error:
        kind = type(error).__name__
        return "refused" if kind.endswith("ValueError") or kind == "RangeError" else f"{kind}: {error}"


def neighbours(subject):
    for network in RANGES:
        first, last = bounds(network)
        for number in (first - 1, last + 1):
            if 0 <= number < 2**32 and not any(low <= number <= high for low, high in map(bounds, RANGES)):
                got = outcome(subject, [text(number)])
                assert got == text(number), f"{text(number)} is beside {network}, and the answer was {got!r}"


def inside(subject):
    for network in RANGES:
        first, last = bounds(network)
        for number in (first, (first + last) // 2, last):
            got = outcome(subject, [text(number)])
            assert got == "refused", f"{text(number)} is in {network}, and the answer was {got!r}"


def other_forms(subject):
    for address in ("010.0.0.7", "10.7", "167772167", "0x0a.0.0.7", "192.0.02.7", "192.000.2.7", "192.0.2.7\n", " 192.0.2.7", "192.0.2", "192.0.2.256", "192.0.2.7.1", "",
                    "::1", "::ffff:10.0.0.7", "fd00::7", "2001:db8::7", "www.example.org"):
        got = outcome(subject, [address])
        assert got == "refused", f"the address {address!r} gave {got!r}"
    assert outcome(subject, []) == "refused", "without an address there is nothing to connect to"
