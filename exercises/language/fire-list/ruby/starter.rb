# Returns one line for each guest who is in the house.
def fire_list(hotel)
  hotel["floors"].map { |floor| "floor #{floor["level"]}" }
end
