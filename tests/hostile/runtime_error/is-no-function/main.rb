add = 5
Add = ->(a, b) { a + b }
