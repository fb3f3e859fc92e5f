import unittest

from doorkeeper import may

INES = {"name": "ines", "role": "student", "active": True}
LESSON = {"student": "ines", "teacher": "bo", "cancelled": False}


class Doorkeeper(unittest.TestCase):
    def test_reads_her_lesson(self):
        self.assertTrue(may(INES, "read", LESSON))


unittest.main()
