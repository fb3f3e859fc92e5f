# Returns the class of a parcel by its weight in grams.
def parcel_class(grams)
  if grams < 500
    "letter"
  else
    "freight"
  end
end
