# frozen_string_literal: true

# HTTP: a request becomes the environment of Rack 3, and what `App.call(env)` returns becomes the response.
module Backroad
  class << self
    def http(request)
      return { "missing" => "App.call" } unless ::Object.const_defined?(:App) && ::Object.const_get(:App).respond_to?(:call)
      { "response" => response_of(::Object.const_get(:App).call(environment(request))) }
    rescue ::Exception => error
      raised(error)
    end

    private

    def environment(request)
      path, query = request["path"].split("?", 2)
      body = request["body"].unpack1("m0")
      env = {
        "REQUEST_METHOD" => request["method"], "SCRIPT_NAME" => +"", "PATH_INFO" => +path, "QUERY_STRING" => +(query || ""),
        "SERVER_NAME" => "localhost", "SERVER_PORT" => "80", "SERVER_PROTOCOL" => "HTTP/1.1", "REMOTE_ADDR" => "127.0.0.1",
        "HTTP_HOST" => "localhost", "rack.url_scheme" => "http", "rack.input" => ::StringIO.new(body), "rack.errors" => STDERR
      }
      given = {}
      request["headers"].each { |name, value| (given[name.upcase.tr("-", "_")] ||= []) << value }
      given.each do |name, values|
        key = %w[CONTENT_TYPE CONTENT_LENGTH].include?(name) ? name : "HTTP_#{name}"
        env[key] = values.join(name == "COOKIE" ? "; " : ", ")
      end
      env["CONTENT_LENGTH"] ||= body.bytesize.to_s unless body.empty?
      env
    end

    def response_of(returned)
      unless ::Array === returned && returned.size == 3
        refuse("App.call returned #{::Array === returned ? "an Array of #{returned.size}" : type_name(returned)}; " \
               "Rack wants an Array of three: status, headers, body")
      end
      status, headers, body = returned
      { "status" => status_of(status), "headers" => headers_of(headers), "body" => base64(body_of(body)) }
    end

    def status_of(status)
      refuse("the status of a response is an Integer of three digits, not #{status.inspect}") unless ::Integer === status && status.between?(100, 999)
      status
    end

    def headers_of(headers)
      refuse("the headers of a response are a Hash, not #{type_name(headers)}") unless headers.respond_to?(:each)
      pairs = []
      headers.each do |name, values|
        values = values.split("\n") if ::String === values
        values = [values] unless ::Array === values
        values.each do |value|
          unless ::String === name && ::String === value
            refuse("a header's name and value are Strings, or the value an Array of Strings; #{name.inspect} has #{value.inspect}")
          end
          pairs << [plain_text(name), plain_text(value)]
        end
      end
      pairs
    end

    def body_of(body)
      whole = ::String.new(encoding: ::Encoding::BINARY)
      if body.respond_to?(:each)
        body.each do |part|
          refuse("the body of a response yields Strings, not #{type_name(part)}") unless ::String === part
          whole << part.b
        end
      elsif body.respond_to?(:call)
        body.call(::StringIO.new(whole))
      else
        refuse("the body of a response has `each`, and a value of type #{type_name(body)} has none; put it into an Array: [body]")
      end
      whole
    ensure
      body.close if body.respond_to?(:close)
    end
  end
end
