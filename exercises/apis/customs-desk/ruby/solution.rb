require "cgi"
require "rexml/document"

TARIFF = {
  "6402" => [17, "Shoes & boots <waterproof>"],
  "8471" => [0, "Computers"],
  "9503" => [4, "Toys"],
}.freeze
SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
OURS = "urn:example:customs"

# A request that is answered with a fault.
class Fault < StandardError
  def initialize(word, sentence, unknown_code: nil)
    super(sentence)
    @word = word
    @unknown_code = unknown_code
  end

  def to_xml
    <<~XML
      <soap:Fault>
        <faultcode>soap:#{@word}</faultcode>
        <faultstring>#{CGI.escapeHTML(message)}</faultstring>
        #{detail}
      </soap:Fault>
    XML
  end

  private

  def detail
    return "" if @unknown_code.nil?

    %(<detail><c:unknownCode xmlns:c="#{OURS}">#{CGI.escapeHTML(@unknown_code)}</c:unknownCode></detail>)
  end
end

module App
  class << self
    # Answers one request.
    def call(env)
      answer(200, get_duty(operation(env["rack.input"].read)))
    rescue Fault => e
      answer(500, e.to_xml)
    end

    private

    def answer(status, body)
      text = %(<soap:Envelope xmlns:soap="#{SOAP}"><soap:Body>#{body}</soap:Body></soap:Envelope>)
      [status, { "content-type" => "text/xml; charset=utf-8" }, [text]]
    end

    # The first child with this namespace and name, or nil.
    def child(element, namespace, name)
      element.elements.to_a.find { |one| one.namespace == namespace && one.name == name }
    end

    # The element that names the operation.
    def operation(text)
      envelope = root(text)
      header = child(envelope, SOAP, "Header")
      if header&.elements&.to_a&.any? { |entry| must_understand?(entry) }
        raise Fault.new("MustUnderstand", "A header entry is not known here")
      end

      body = child(envelope, SOAP, "Body")
      first = body && body.elements.to_a.first
      first || raise(Fault.new("Client", "The envelope has no body"))
    end

    def root(text)
      root = REXML::Document.new(text).root
      raise Fault.new("Client", "An envelope is wanted") unless root&.name == "Envelope"
      raise Fault.new("VersionMismatch", "This is no envelope of SOAP 1.1") unless root.namespace == SOAP

      root
    rescue REXML::ParseException
      raise Fault.new("Client", "This is no XML")
    end

    def must_understand?(entry)
      entry.attributes.get_attribute_ns(SOAP, "mustUnderstand")&.value == "1"
    end

    def get_duty(operation)
      unless operation.namespace == OURS && operation.name == "GetDuty"
        raise Fault.new("Client", "There is no such operation")
      end

      value = child(operation, OURS, "valueCents")&.text.to_s
      raise Fault.new("Client", "valueCents must be a whole number") unless value.match?(/\A[0-9]+\z/)

      code = child(operation, OURS, "code")&.text.to_s
      percent, description = TARIFF[code]
      raise Fault.new("Client", "There is no such tariff code", unknown_code: code) if percent.nil?

      <<~XML
        <c:GetDutyResponse xmlns:c="#{OURS}">
          <c:description>#{CGI.escapeHTML(description)}</c:description>
          <c:dutyCents>#{value.to_i * percent / 100}</c:dutyCents>
        </c:GetDutyResponse>
      XML
    end
  end
end
