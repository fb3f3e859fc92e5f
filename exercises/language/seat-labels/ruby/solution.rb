# Returns the labels of all seats that are there, row by row.
def seat_labels(rows, numbers, removed)
  labels = []
  rows.each do |row|
    1.upto(numbers) do |number|
      label = "#{row}#{number}"
      labels << label unless removed.include?(label)
    end
  end
  labels
end
