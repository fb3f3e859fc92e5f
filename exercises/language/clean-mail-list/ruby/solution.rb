# Says whether the text has one @, with something on both sides, and no space.
def address?(text)
  parts = text.split("@", -1)
  parts.length == 2 && parts.none?(&:empty?) && !text.include?(" ")
end

# Returns the addresses among the typed texts, cleaned, each once, in their order.
def clean_mail_list(typed)
  typed.map { |text| text.strip.downcase }.select { |text| address?(text) }.uniq
end
