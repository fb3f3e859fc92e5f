import unittest

from refunds import RefundRefused, refund


class Refund(unittest.TestCase):
    def test_refunded(self):
        self.assertEqual(refund(5000, 0, 1000)["refunded"], 1000)
        self.assertEqual(refund(5000, 3000, 2000)["refunded"], 5000)

    def test_refused(self):
        for arguments in [(5000, 3000, 2001), (5000, 0, 0), (5000, 0, -1)]:
            with self.assertRaises(RefundRefused):
                refund(*arguments)
