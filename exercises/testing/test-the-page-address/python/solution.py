import unittest

from addresses import slug


class Slug(unittest.TestCase):
    def test_slug(self):
        cases = [
            # why, title, expected
            ("capitals", "Days in LISBON", "days-in-lisbon"),
            ("digits", "10 days in 2026", "10-days-in-2026"),
            ("punctuation between letters", "rock'n'roll", "rock-n-roll"),
            ("several signs", "Lisbon,   again", "lisbon-again"),
            ("signs at the beginning", "...and now?", "and-now"),
            ("signs at the end", "What now?!", "what-now"),
            ("no title", "", "untitled"),
            ("only signs", "?!", "untitled"),
            ("exactly 30", "a" * 30, "a" * 30),
            ("one more than 30", "a" * 31, "a" * 30),
            ("cut behind a hyphen", "a" * 29 + " bc", "a" * 29),
        ]
        for why, title, expected in cases:
            with self.subTest(why):
                self.assertEqual(slug(title), expected)


if __name__ == "__main__":
    unittest.main()
