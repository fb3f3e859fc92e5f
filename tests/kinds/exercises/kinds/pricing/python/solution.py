import unittest

from pricing import total


class Total(unittest.TestCase):
    def test_below_the_limit(self):
        self.assertEqual(total(99), 99)

    def test_at_the_limit(self):
        self.assertEqual(total(100), 90)

    def test_below_zero(self):
        with self.assertRaises(ValueError):
            total(-1)
