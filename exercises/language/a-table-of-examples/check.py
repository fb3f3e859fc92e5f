"""The rule, and eight ways to misunderstand it; a good table tells them apart."""


def fee(days, age, free=3, counted_from=0, limit=500, limit_day=25, child_below=14, halve_last=True):
    if days <= free:
        return 0
    cents = (days - counted_from) * 20
    if halve_last:
        if limit is not None and days >= limit_day:
            cents = limit
        return cents // 2 if age < child_below else cents
    cents = cents // 2 if age < child_below else cents
    return min(cents, limit)


def table(subject):
    rows = subject.call("examples")
    assert isinstance(rows, list), "the table must be a list of rows"
    assert rows, "the table has no rows"
    for row in rows:
        good = isinstance(row, (list, tuple)) and len(row) == 3
        good = good and all(isinstance(one, int) and not isinstance(one, bool) and one >= 0 for one in row)
        assert good, f"this row is not three whole numbers from 0 on: {row}"
    return rows


def every_row_is_right(subject):
    for days, age, cents in table(subject):
        right = fee(days, age)
        assert cents == right, f"{days} days late at the age of {age} is another fee than {cents} cents"


def not_too_many(subject):
    count = len(table(subject))
    assert count <= 12, f"the table has {count} rows"


def noticed(subject, **mistake):
    rows = table(subject)
    assert any(fee(days, age, **mistake) != cents for days, age, cents in rows), "no row of your table notices it"


def the_third_day(subject):
    noticed(subject, free=2)


def the_first_three_included(subject):
    noticed(subject, counted_from=3)


def the_fourth_day(subject):
    noticed(subject, free=4)


def no_limit(subject):
    noticed(subject, limit=None)


def the_limit_too_early(subject):
    noticed(subject, limit_day=24)


def children_pay_all(subject):
    noticed(subject, child_below=0)


def at_14(subject):
    noticed(subject, child_below=15)
    noticed(subject, child_below=13)


def half_of_that(subject):
    noticed(subject, halve_last=False)
