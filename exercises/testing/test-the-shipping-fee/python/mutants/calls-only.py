import unittest

from shipping import shipping_fee


class ShippingFee(unittest.TestCase):
    def test_it_works(self):
        for country in ["ES", "PT", "FR"]:
            for cart in [1000, 4999, 5000, 20000]:
                for member in [True, False]:
                    self.assertIsNotNone(shipping_fee(cart, country, member))
