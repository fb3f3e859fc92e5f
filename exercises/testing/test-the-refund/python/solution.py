import unittest

from refunds import RefundRefused, refund


class Refund(unittest.TestCase):
    def test_a_first_part(self):
        self.assertEqual(refund(5000, 0, 1000), {"refunded": 1000, "open": 4000, "status": "partial"})

    def test_a_second_part(self):
        self.assertEqual(refund(5000, 3000, 1500), {"refunded": 4500, "open": 500, "status": "partial"})

    def test_all_in_one_go(self):
        self.assertEqual(refund(5000, 0, 5000), {"refunded": 5000, "open": 0, "status": "full"})

    def test_all_that_is_open(self):
        self.assertEqual(refund(5000, 3000, 2000), {"refunded": 5000, "open": 0, "status": "full"})

    def test_the_smallest_amount(self):
        self.assertEqual(refund(5000, 0, 1), {"refunded": 1, "open": 4999, "status": "partial"})

    def test_refuses_more_than_was_paid(self):
        with self.assertRaises(RefundRefused):
            refund(5000, 0, 5001)

    def test_refuses_more_than_is_open(self):
        with self.assertRaises(RefundRefused):
            refund(5000, 3000, 2001)

    def test_refuses_nothing(self):
        with self.assertRaises(RefundRefused):
            refund(5000, 0, 0)

    def test_refuses_a_negative_amount(self):
        with self.assertRaises(RefundRefused):
            refund(5000, 3000, -1)


if __name__ == "__main__":
    unittest.main()
