import unittest

from shipping import shipping_fee


class ShippingFee(unittest.TestCase):
    def test_members(self):
        self.assertEqual(shipping_fee(1000, "ES", True), 245)
        self.assertEqual(shipping_fee(1000, "FR", True), 745)
        self.assertEqual(shipping_fee(5000, "ES", True), 0)
