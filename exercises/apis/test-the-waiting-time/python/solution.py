import unittest

from patience import waiting_time


class WaitingTime(unittest.TestCase):
    def test_tries_again_after_these(self):
        for status in [0, 429, 502, 503, 504]:
            with self.subTest(status=status):
                self.assertEqual(waiting_time(status, None, 1), 1)

    def test_not_after_any_other(self):
        for status in [200, 301, 400, 401, 404, 409, 422, 500, 501]:
            with self.subTest(status=status):
                self.assertIsNone(waiting_time(status, None, 1))

    def test_waits_twice_as_long_each_time(self):
        waits = [waiting_time(504, None, attempt) for attempt in [1, 2, 3, 4]]
        self.assertEqual(waits, [1, 2, 4, 8])

    def test_gives_up_after_the_fifth(self):
        self.assertIsNone(waiting_time(504, None, 5))

    def test_gives_up_whatever_the_field_says(self):
        self.assertIsNone(waiting_time(503, 2, 5))

    def test_waits_as_long_as_the_field_says(self):
        self.assertEqual(waiting_time(429, 7, 1), 7)
        self.assertEqual(waiting_time(503, 7, 3), 7)

    def test_zero_is_a_value(self):
        self.assertEqual(waiting_time(429, 0, 2), 0)

    def test_two_minutes_are_accepted(self):
        self.assertEqual(waiting_time(503, 120, 1), 120)

    def test_more_is_not(self):
        self.assertIsNone(waiting_time(503, 121, 1))

    def test_others_do_not_look_at_the_field(self):
        for status in [0, 502, 504]:
            with self.subTest(status=status):
                self.assertEqual(waiting_time(status, 30, 2), 2)


if __name__ == "__main__":
    unittest.main()
