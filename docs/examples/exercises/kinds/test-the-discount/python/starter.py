import unittest

from pricing import price_to_pay


class PriceToPay(unittest.TestCase):
    def test_a_large_order(self):
        self.assertEqual(price_to_pay(10000), 9000)


if __name__ == "__main__":
    unittest.main()
