import unittest

from rooms import is_free


class IsFree(unittest.TestCase):
    def test_an_empty_day(self):
        self.assertTrue(is_free([], 600, 660))

    def test_a_meeting_long_after(self):
        self.assertTrue(is_free([[600, 660]], 800, 860))

    def test_a_meeting_half_an_hour_later(self):
        self.assertFalse(is_free([[600, 660]], 630, 690))


if __name__ == "__main__":
    unittest.main()
