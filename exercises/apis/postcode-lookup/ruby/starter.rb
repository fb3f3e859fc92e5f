require "json"

TOWNS = { "1050" => "Elsene", "9000" => "Gent" }.freeze

module App
  class << self
    # Answers one request.
    def call(env)
      path = env["PATH_INFO"]
      if path.start_with?("/sleep/") # for the tests: lets the time pass
        sleep(path.delete_prefix("/sleep/").to_f)
        return [204, {}, []]
      end
      return json(200, { ok: true }) if path == "/health"

      if path.start_with?("/postcodes/")
        code = path.delete_prefix("/postcodes/")
        return json(200, { code:, town: TOWNS[code] }) if TOWNS.key?(code)
      end
      json(404, { error: "not found" })
    end

    private

    # Answers with JSON; `fields` are further header fields, such as { "allow" => "GET" }.
    def json(status, data, fields = {})
      [status, { "content-type" => "application/json", **fields }, [JSON.generate(data)]]
    end
  end
end
