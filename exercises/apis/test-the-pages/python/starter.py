import unittest

from feed import page


class Pages(unittest.TestCase):
    def test_one_episode(self):
        answer = page([{"id": 1, "day": "2026-03-01"}], 5, None)
        self.assertEqual(answer, {"ids": [1], "next": None})


if __name__ == "__main__":
    unittest.main()
