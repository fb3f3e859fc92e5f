import unittest

from refunds import RefundRefused, refund


class Refund(unittest.TestCase):
    def test_a_part(self):
        self.assertEqual(refund(5000, 0, 1000)["refunded"], 1000)

    def test_too_much(self):
        with self.assertRaises(Exception):
            refund(5000, 0, 6000)


if __name__ == "__main__":
    unittest.main()
