# Returns the labels of all seats that are there, row by row.
def seat_labels(rows, numbers, removed)
  labels = []
  rows.each { |row| labels << row }
  labels
end
