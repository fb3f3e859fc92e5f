require "date"

# Returns the first day after the given one that is neither on a weekend nor a holiday.
def next_business_day(day, holidays)
  Date.iso8601(day).iso8601
end
