# Returns one line for each guest who is in the house.
def fire_list(hotel)
  lines = []
  hotel["floors"].each do |floor|
    floor["rooms"].each do |room|
      room["guests"].each do |guest|
        next if guest["out"]

        lines << "floor #{floor["level"]}, room #{room["number"]}: #{guest["name"]}"
      end
    end
  end
  lines
end
