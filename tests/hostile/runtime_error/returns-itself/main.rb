def add(a, b)
  answer = [a + b]
  answer << answer
end
