import unittest

from feed import page

# In order: 9, 2, 6 (both of the second), 4, 5.
EPISODES = [
    {"id": 4, "day": "2026-03-01"},
    {"id": 6, "day": "2026-03-02"},
    {"id": 9, "day": "2026-03-05"},
    {"id": 2, "day": "2026-03-02"},
    {"id": 5, "day": "2026-02-27"},
]


class Pages(unittest.TestCase):
    def test_all_in_their_order(self):
        answer = page(EPISODES, 10, None)
        self.assertEqual(answer, {"ids": [9, 2, 6, 4, 5], "next": None})

    def test_the_first_page(self):
        answer = page(EPISODES, 2, None)
        self.assertEqual(answer, {"ids": [9, 2], "next": {"day": "2026-03-02", "id": 2}})

    def test_the_other_one_of_the_same_day(self):
        answer = page(EPISODES, 1, {"day": "2026-03-02", "id": 2})
        self.assertEqual(answer, {"ids": [6], "next": {"day": "2026-03-02", "id": 6}})

    def test_one_more_follows(self):
        self.assertEqual(page(EPISODES, 4, None)["next"], {"day": "2026-03-01", "id": 4})

    def test_ends_exactly_with_the_list(self):
        self.assertIsNone(page(EPISODES, 5, None)["next"])

    def test_after_the_last(self):
        answer = page(EPISODES, 2, {"day": "2026-02-27", "id": 5})
        self.assertEqual(answer, {"ids": [], "next": None})

    def test_the_episode_of_the_mark_is_gone(self):
        answer = page(EPISODES, 2, {"day": "2026-03-02", "id": 3})
        self.assertEqual(answer["ids"], [6, 4])

    def test_no_episodes(self):
        self.assertEqual(page([], 2, None), {"ids": [], "next": None})


if __name__ == "__main__":
    unittest.main()
