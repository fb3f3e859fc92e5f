# Returns the class of a parcel by its weight in grams.
def parcel_class(grams)
  case grams
  when ..0 then "empty"
  when ..500 then "letter"
  when ..2000 then "small"
  when ..10_000 then "parcel"
  when ...31_500 then "heavy"
  else "freight"
  end
end
