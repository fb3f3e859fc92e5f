require "json"
require "uri"

SPECIES = ["robin", "blue tit", "wren", "robin", "blue tit", "wren", "wren", "blue tit", "robin", "wren", "robin"].freeze
BIRDS = SPECIES.each_with_index.map { |species, i| { ring: i + 1, species: } }.freeze

module App
  class << self
    # Answers one request.
    def call(env)
      return json(404, { error: "not found" }) unless env["PATH_INFO"] == "/birds"

      json(200, BIRDS)
    end

    private

    # Answers with JSON; `fields` are further header fields, such as { "allow" => "GET" }.
    def json(status, data, fields = {})
      [status, { "content-type" => "application/json", **fields }, [JSON.generate(data)]]
    end
  end
end
