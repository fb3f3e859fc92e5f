def to_minutes(time)
  hours, minutes = time.split(":").map(&:to_i)
  hours * 60 + minutes
end

def to_text(minutes)
  format("%02d:%02d", *minutes.divmod(60))
end

# Returns the free stretches of at least this many minutes, in order.
def free_slots(opens, closes, bookings, minutes)
  first = to_minutes(opens)
  last = to_minutes(closes)
  # Cut to the opening hours; what lies outside becomes empty.
  taken = bookings.map { |booking| booking.map { |time| to_minutes(time).clamp(first, last) } }

  slots = []
  free_from = first
  (taken.sort + [[last, last]]).each do |start, finish|
    slots << [to_text(free_from), to_text(start)] if start - free_from >= minutes
    free_from = [free_from, finish].max
  end
  slots
end
