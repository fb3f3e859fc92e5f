import unittest

from shipping import shipping_fee


class ShippingFee(unittest.TestCase):
    def test_a_small_cart_to_spain(self):
        self.assertEqual(shipping_fee(1000, "ES", False), 490)

    def test_a_small_cart_to_portugal(self):
        self.assertEqual(shipping_fee(1000, "PT", False), 490)

    def test_a_small_cart_abroad(self):
        self.assertEqual(shipping_fee(1000, "FR", False), 1490)

    def test_just_below_the_limit(self):
        self.assertEqual(shipping_fee(4999, "ES", False), 490)

    def test_free_at_the_limit(self):
        self.assertEqual(shipping_fee(5000, "ES", False), 0)

    def test_free_to_portugal_too(self):
        self.assertEqual(shipping_fee(5000, "PT", False), 0)

    def test_a_large_cart_abroad_pays(self):
        self.assertEqual(shipping_fee(20000, "FR", False), 1490)

    def test_members_pay_half(self):
        self.assertEqual(shipping_fee(1000, "ES", True), 245)

    def test_members_pay_half_abroad(self):
        self.assertEqual(shipping_fee(1000, "FR", True), 745)

    def test_half_of_nothing_is_nothing(self):
        self.assertEqual(shipping_fee(5000, "ES", True), 0)


if __name__ == "__main__":
    unittest.main()
