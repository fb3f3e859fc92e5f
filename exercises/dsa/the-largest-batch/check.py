"""Plays the provider's bill: which sizes were tried, and how often."""


def attempts(subject, limit, most):
    """Return what largest_batch answers, and the sizes that it tried."""
    subject.call("set_limit", limit)
    return subject.call("largest_batch", most), subject.call("tried")


def small_cases(subject):
    for most in range(1, 9):
        for limit in range(most + 2):
            subject.call("set_limit", limit)
            answer = subject.call("largest_batch", most)
            wanted = min(limit, most)
            assert answer == wanted, f"{limit} are accepted, and up to {most} wanted: {answer} came out, not {wanted}"


def stays_inside(subject):
    for limit, most in [(0, 1), (0, 10), (10, 10), (500, 10), (7, 100), (100, 100)]:
        _, sizes = attempts(subject, limit, most)
        outside = [size for size in sizes if not 1 <= size <= most]
        assert not outside, f"with {most} as the most, a batch of {outside[0]} was tried"


def few_attempts(subject):
    for limit in [0, 1, 2, 77, 4096, 65535, 65536, 500_000, 500_001, 777_777, 999_998, 999_999, 1_000_000, 2_000_000]:
        answer, sizes = attempts(subject, limit, 1_000_000)
        wanted = min(limit, 1_000_000)
        assert answer == wanted, f"{limit} are accepted, and {answer} came out"
        assert sizes, "nothing was tried"
        assert len(sizes) <= 20, f"for a limit of {limit} there were {len(sizes)} attempts"
