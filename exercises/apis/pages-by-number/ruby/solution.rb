require "json"
require "uri"

SPECIES = ["robin", "blue tit", "wren", "robin", "blue tit", "wren", "wren", "blue tit", "robin", "wren", "robin"].freeze
BIRDS = SPECIES.each_with_index.map { |species, i| { ring: i + 1, species: } }.freeze

module App
  class << self
    # Answers one request.
    def call(env)
      return json(404, { error: "not found" }) unless env["PATH_INFO"] == "/birds"

      list_birds(URI.decode_www_form(env["QUERY_STRING"].to_s).to_h)
    end

    private

    # Answers with JSON; `fields` are further header fields, such as { "allow" => "GET" }.
    def json(status, data, fields = {})
      [status, { "content-type" => "application/json", **fields }, [JSON.generate(data)]]
    end

    def list_birds(query)
      page = whole(query.fetch("page", "1"), 10**9)
      size = whole(query.fetch("per_page", "4"), 10)
      return json(400, { error: "page is a number from 1, per_page one from 1 to 10" }) unless page && size

      species = query["species"]
      birds = species ? BIRDS.select { |bird| bird[:species] == species } : BIRDS
      last = [1, birds.size.ceildiv(size)].max
      fields = { "total-count" => birds.size.to_s, "link" => links(species, page, size, last) }
      json(200, birds.slice((page - 1) * size, size) || [], fields)
    end

    # The number that this text is, or nil if it is none from 1 to `most`.
    def whole(text, most)
      number = text.match?(/\A[0-9]{1,9}\z/) ? text.to_i : 0
      number if number.between?(1, most)
    end

    # The value of the field Link.
    def links(species, page, size, last)
      given = species ? "species=#{URI.encode_uri_component(species)}&" : ""
      numbers = { "first" => 1 }
      numbers["prev"] = [page - 1, last].min if page > 1
      numbers["next"] = page + 1 if page < last
      numbers["last"] = last
      numbers.map { |name, number| %(</birds?#{given}page=#{number}&per_page=#{size}>; rel="#{name}") }.join(", ")
    end
  end
end
