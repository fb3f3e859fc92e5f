# Returns who is called now, the three who come next, and how many more wait.
def board(names)
  { "now" => names[0], "next" => names[1..2].to_a, "more" => names.length }
end
