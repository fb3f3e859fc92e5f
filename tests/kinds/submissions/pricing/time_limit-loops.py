import unittest


class All(unittest.TestCase):
    def test_it(self):
        while True:
            pass
