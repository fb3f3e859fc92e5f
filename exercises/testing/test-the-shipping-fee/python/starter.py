import unittest

from shipping import shipping_fee


class ShippingFee(unittest.TestCase):
    def test_a_large_cart_to_spain_is_free(self):
        self.assertEqual(shipping_fee(9900, "ES", False), 0)


if __name__ == "__main__":
    unittest.main()
