# Returns who is called now, the three who come next, and how many more wait.
def board(names)
  {
    "now" => names.first,
    "next" => names.drop(1).first(3),
    "more" => [0, names.length - 4].max
  }
end
