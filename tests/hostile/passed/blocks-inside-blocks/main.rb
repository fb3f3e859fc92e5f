def by_each(n)
  return 0.tap { GC.start } if n == 0
  depth = 0
  [n].each { |one| depth = 1 + by_each(one - 1) }
  depth
end

def by_map(n) = n == 0 ? 0 : [n].map { |one| 1 + by_map(one - 1) }.first

def by_hash(n)
  return 0.tap { GC.start } if n == 0
  depth = 0
  { n => n }.each { |one, _| depth = 1 + by_hash(one - 1) }
  depth
end

puts by_each(300), by_map(300), by_hash(100)
