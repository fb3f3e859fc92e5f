puts "before"
def f(
  1
end
