import unittest

from doorkeeper import may


def person(name, role, active=True):
    return {"name": name, "role": role, "active": active}


INES, NOOR = person("ines", "student"), person("noor", "student")
BO, PIOTR = person("bo", "teacher"), person("piotr", "teacher")
OFFICE = person("sam", "office")
TWINS = person("ines", "teacher"), person("bo", "student")
LEFT = person("ines", "student", False), person("bo", "teacher", False), person("sam", "office", False)
UNKNOWN = person("ines", "admin"), person("bo", "")

LESSON = {"student": "ines", "teacher": "bo", "cancelled": False}
CANCELLED = LESSON | {"cancelled": True}
ACTIONS = ("read", "cancel", "grade")

# Who may do what, of a lesson that takes place and of one that was cancelled.
RIGHTS = [
    (INES, LESSON, {"read", "cancel"}),
    (INES, CANCELLED, {"read"}),
    (BO, LESSON, {"read", "cancel", "grade"}),
    (BO, CANCELLED, {"read"}),
    (OFFICE, LESSON, {"read", "cancel"}),
    (OFFICE, CANCELLED, {"read", "cancel"}),
    *((user, lesson, set()) for user in (NOOR, PIOTR, *TWINS, *LEFT, *UNKNOWN, None) for lesson in (LESSON, CANCELLED)),
]


class Doorkeeper(unittest.TestCase):
    def test_each_right(self):
        for user, lesson, allowed in RIGHTS:
            for action in ACTIONS:
                with self.subTest(user=user, action=action, cancelled=lesson["cancelled"]):
                    self.assertIs(may(user, action, lesson), action in allowed)

    def test_unknown_actions(self):
        for user in (INES, BO, OFFICE, None):
            for action in ("delete", "", "READ"):
                with self.subTest(user=user, action=action):
                    self.assertIs(may(user, action, LESSON), False)


unittest.main()
