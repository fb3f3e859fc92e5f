def tally(words)
  counts = words.each_with_object(Hash.new(0)) { |word, seen| seen[word] += 1 }
  { "counts" => counts, "text" => words.join(" ").upcase.split, "mean" => words.size / 2.0 }
end

puts tally(%w[one two])
