require "date"

# Returns the first day after the given one that is neither on a weekend nor a holiday.
def next_business_day(day, holidays)
  current = Date.iso8601(day) + 1
  current += 1 while current.saturday? || current.sunday? || holidays.include?(current.iso8601)
  current.iso8601
end
