import unittest

from pricing import total


class Total(unittest.TestCase):
    def test_small(self):
        self.assertEqual(total(10), 10)
