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
      json(200, DEPARTURES)
    end

    private

    # Answers with JSON; `fields` are further header fields, such as { "allow" => "GET" }.
    def json(status, data, fields = {})
      [status, { "content-type" => "application/json", **fields }, [JSON.generate(data)]]
    end
  end
end
