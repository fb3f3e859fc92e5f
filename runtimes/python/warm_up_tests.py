"""Tests of the kind that learners write, run many times before the snapshot is made."""

import unittest

from pricing import Unknown, total


class TotalTest(unittest.TestCase):
    def setUp(self):
        self.items = [1, 2]

    def test_passes(self):
        self.assertEqual(sum(self.items), 3)
        self.assertTrue(callable(total))
        with self.assertRaises(ZeroDivisionError):
            1 / 0

    def test_fails(self):
        self.assertEqual({"a": 1}, {"a": 2})

    def test_asks(self):
        with self.assertRaises(Unknown):
            total([1, 2.5], "three")


if __name__ == "__main__":
    unittest.main()
