# Returns the addresses among the typed texts, cleaned, each once, in their order.
def clean_mail_list(typed)
  clean = []
  typed.each do |text|
    text.strip.downcase
    clean << text if text.include?("@")
  end
  clean
end
