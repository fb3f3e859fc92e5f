import inspect
import os
import unittest

import pricing


class All(unittest.TestCase):
    def test_it(self):
        try:
            source = inspect.getsource(pricing)
        except Exception:
            source = ""
        found = [open(os.path.join(where, name)).read() for where, _, names in os.walk("/code") for name in names if name != "main.py"]
        self.assertNotIn("> 100", source + "".join(found))
