def sum_up(a, b) = a + b
