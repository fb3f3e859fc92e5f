# Returns the table: days late, age of the reader, fee in cents.
def examples
  [
    [10, 30, 200]
  ]
end
