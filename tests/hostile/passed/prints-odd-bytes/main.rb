def add(a, b)
  puts "\e[31mred\e[0m\0nul"
  $stdout.write("\xff\xfe\n".b)
  a + b
end

def reverse(text) = text.reverse

def describe(number)
  { number: number, names: %w[one ein], even: false, root: 1.0, note: nil }
end
