require "json"

DEPARTURES = [
  { to: "Ærø", at: "07:40" },
  { to: "Samsø", at: "08:15" },
  { to: "Hven", at: "08:15" },
  { to: "Ærø", at: "09:40" },
].freeze

module App
  # Answers one request.
  def self.call(env)
    case env["PATH_INFO"]
    when "/departures" then json(200, DEPARTURES)
    when "/health" then [200, { "content-type" => "text/plain" }, ["ok"]]
    else json(404, { error: "not found" })
    end
  end

  def self.json(status, data)
    [status, { "content-type" => "application/json" }, [JSON.generate(data)]]
  end
end
