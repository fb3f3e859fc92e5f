import unittest

from addresses import slug


class Slug(unittest.TestCase):
    def test_slug(self):
        cases = [
            # why, title, expected
            ("words", "days in lisbon", "days-in-lisbon"),
            ("no title", "", "untitled"),
        ]
        for why, title, expected in cases:
            with self.subTest(why):
                self.assertEqual(slug(title), expected)


if __name__ == "__main__":
    unittest.main()
