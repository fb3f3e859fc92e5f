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
    # Every request gets the same answer so far. Look at env["PATH_INFO"].
    [200, { "content-type" => "text/html" }, ["hello"]]
  end
end
