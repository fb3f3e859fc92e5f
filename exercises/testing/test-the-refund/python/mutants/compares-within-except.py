import unittest

from refunds import RefundRefused, refund


class Refund(unittest.TestCase):
    def test_allowed(self):
        self.assertEqual(refund(5000, 3000, 1500), {"refunded": 4500, "open": 500, "status": "partial"})
        self.assertEqual(refund(5000, 3000, 2000), {"refunded": 5000, "open": 0, "status": "full"})

    def test_refused(self):
        for arguments in [(5000, 3000, 2001), (5000, 0, 0), (5000, 0, -1)]:
            try:
                refund(*arguments)
            except RefundRefused as refused:
                self.assertIsInstance(refused, RefundRefused)
