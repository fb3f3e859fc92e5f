def answer = 1
def run(*) = 2
def call(*) = 3
def describe_error = 4
def raise_it = 5
def format(*) = 6
def open(*) = 7
def print_error(*) = 8
def flush = 9
def name = 10
def load(*) = 11
def require_it = 12
def write(*) = 13
def base64(*) = 14
def refuse(*) = 15
def deeper(*) = 16
def method(*) = 17
def status = 18

def add(a, b) = a + b

def reverse(text) = text.reverse

def describe(number)
  { number: number, names: %w[one ein], even: false, root: 1.0, note: nil }
end
