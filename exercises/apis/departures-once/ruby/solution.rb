require "digest"
require "json"

DEPARTURES = [
  { line: "7", to: "Harbour", at: "08:05" },
  { line: "12", to: "Old Mill", at: "08:11" },
]

module App
  class << self
    # Answers one request.
    def call(env)
      return json(404, { error: "not found" }) unless env["PATH_INFO"] == "/departures"

      if env["REQUEST_METHOD"] == "POST"
        departure = JSON.parse(env["rack.input"].read)
        DEPARTURES << departure
        DEPARTURES.shift if DEPARTURES.size > 3 # the board has three lines
        return json(201, departure)
      end
      list_departures(env["HTTP_IF_NONE_MATCH"].to_s)
    end

    private

    # Answers with JSON; `fields` are further header fields, such as { "allow" => "GET" }.
    def json(status, data, fields = {})
      [status, { "content-type" => "application/json", **fields }, [JSON.generate(data)]]
    end

    def list_departures(field)
      tag = %("#{Digest::SHA256.hexdigest(JSON.generate(DEPARTURES))}")
      return [304, { "etag" => tag }, []] if fits?(field, tag)

      json(200, DEPARTURES, { "etag" => tag })
    end

    # Whether one of the tags in If-None-Match is this one, compared weakly.
    def fits?(field, tag)
      given = field.split(",").map { |part| part.strip.delete_prefix("W/") }
      field.strip == "*" || given.include?(tag)
    end
  end
end
