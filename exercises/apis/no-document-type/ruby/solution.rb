require "rexml/document"
require "rexml/parsers/baseparser"

# Raises ArgumentError if the document has a document type, before anything in it is carried out.
def refuse_document_type(xml)
  parser = REXML::Parsers::BaseParser.new(xml)
  while parser.has_next?
    kind, = parser.pull
    raise ArgumentError, "a document type is not allowed" if kind == :start_doctype
    break if kind == :start_element
  end
end

# Returns sender and goods of a declaration.
def read_declaration(xml)
  refuse_document_type(xml)
  root = REXML::Document.new(xml).root
  sender = root&.elements&.[]("sender")
  goods = root&.elements&.[]("goods")
  raise ArgumentError, "sender and goods are wanted" if sender.nil? || goods.nil?

  { "sender" => sender.texts.map(&:value).join, "goods" => goods.texts.map(&:value).join }
rescue REXML::ParseException
  raise ArgumentError, "this is no XML"
end
