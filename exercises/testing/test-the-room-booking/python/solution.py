import unittest

from rooms import is_free

BOOKED = [[600, 660]]


class IsFree(unittest.TestCase):
    def test_an_empty_day(self):
        self.assertTrue(is_free([], 600, 660))

    def test_long_before_and_long_after(self):
        self.assertTrue(is_free(BOOKED, 480, 540))
        self.assertTrue(is_free(BOOKED, 720, 780))

    def test_ends_when_the_booking_begins(self):
        self.assertTrue(is_free(BOOKED, 540, 600))

    def test_begins_when_the_booking_ends(self):
        self.assertTrue(is_free(BOOKED, 660, 720))

    def test_one_minute_in_common(self):
        self.assertFalse(is_free(BOOKED, 540, 601))
        self.assertFalse(is_free(BOOKED, 659, 720))

    def test_within_the_booking(self):
        self.assertFalse(is_free(BOOKED, 615, 645))

    def test_around_the_booking(self):
        self.assertFalse(is_free(BOOKED, 540, 720))

    def test_the_same_time(self):
        self.assertFalse(is_free(BOOKED, 600, 660))

    def test_any_booking_may_be_in_the_way(self):
        day = [[600, 660], [720, 780], [840, 900]]
        self.assertFalse(is_free(day, 610, 620))
        self.assertFalse(is_free(day, 730, 740))
        self.assertFalse(is_free(day, 850, 860))

    def test_between_two_bookings(self):
        self.assertTrue(is_free([[600, 660], [720, 780]], 660, 720))

    def test_bookings_in_any_order(self):
        self.assertFalse(is_free([[840, 900], [600, 660]], 610, 620))


if __name__ == "__main__":
    unittest.main()
