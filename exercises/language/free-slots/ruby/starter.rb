# Returns the free stretches of at least this many minutes, in order.
def free_slots(opens, closes, bookings, minutes)
  slots = []
  free_from = opens
  bookings.each do |start, finish|
    slots << [free_from, start]
    free_from = finish
  end
  slots
end
