require "rexml/document"

# Returns sender and goods of a declaration.
def read_declaration(xml)
  root = REXML::Document.new(xml).root
  sender = root&.elements&.[]("sender")
  goods = root&.elements&.[]("goods")
  raise ArgumentError, "sender and goods are wanted" if sender.nil? || goods.nil?

  { "sender" => sender.texts.map(&:value).join, "goods" => goods.texts.map(&:value).join }
rescue REXML::ParseException
  raise ArgumentError, "this is no XML"
end
