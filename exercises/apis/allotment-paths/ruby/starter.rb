require "json"

PLOTS = [
  { number: 3, gardener: "Ines", square_metres: 180 },
  { number: 7, gardener: nil, square_metres: 210 },
  { number: 12, gardener: "Piotr", square_metres: 150 },
  { number: 15, gardener: nil, square_metres: 95 },
].freeze

module App
  # Answers one request.
  def self.call(env)
    if env["REQUEST_METHOD"] == "GET" && env["PATH_INFO"] == "/plots"
      json(200, PLOTS)
    else
      json(404, { error: "not found" })
    end
  end

  # Answers with JSON; `fields` are further header fields, such as { "allow" => "GET" }.
  def self.json(status, data, fields = {})
    [status, { "content-type" => "application/json", **fields }, [JSON.generate(data)]]
  end
end
