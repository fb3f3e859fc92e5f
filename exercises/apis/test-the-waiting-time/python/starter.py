import unittest

from patience import waiting_time


class WaitingTime(unittest.TestCase):
    def test_waits_a_second_after_the_first_attempt(self):
        self.assertEqual(waiting_time(503, None, 1), 1)


if __name__ == "__main__":
    unittest.main()
