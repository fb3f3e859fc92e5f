import unittest

from pricing import price_to_pay


class PriceToPay(unittest.TestCase):
    def test_below_the_limit(self):
        self.assertEqual(price_to_pay(4999), 4999)

    def test_at_the_limit(self):
        self.assertEqual(price_to_pay(5000), 4500)

    def test_rounds_down(self):
        self.assertEqual(price_to_pay(5005), 4504)


if __name__ == "__main__":
    unittest.main()
