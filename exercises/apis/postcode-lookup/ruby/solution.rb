require "json"

TOWNS = { "1050" => "Elsene", "9000" => "Gent" }.freeze

module App
  ALLOWED = 3
  WITHIN = 10 # seconds
  PASSED = Hash.new { |times, client| times[client] = [] }

  class << self
    # Answers one request.
    def call(env)
      path = env["PATH_INFO"]
      if path.start_with?("/sleep/") # for the tests: lets the time pass
        sleep(path.delete_prefix("/sleep/").to_f)
        return [204, {}, []]
      end
      return json(200, { ok: true }) if path == "/health"
      return look_up(env["HTTP_API_KEY"], path.delete_prefix("/postcodes/")) if path.start_with?("/postcodes/")

      json(404, { error: "not found" })
    end

    private

    # Answers with JSON; `fields` are further header fields, such as { "allow" => "GET" }.
    def json(status, data, fields = {})
      [status, { "content-type" => "application/json", **fields }, [JSON.generate(data)]]
    end

    def look_up(client, code)
      now = Time.now.to_f
      times = PASSED[client]
      times.reject! { |at| now - at >= WITHIN }
      if times.size >= ALLOWED
        wait = [1, (times.first + WITHIN - now).ceil].max
        fields = { "retry-after" => wait.to_s, "ratelimit-remaining" => "0" }
        return json(429, { error: "too many requests" }, fields)
      end

      times << now
      fields = { "ratelimit-remaining" => (ALLOWED - times.size).to_s }
      return json(404, { error: "no such code" }, fields) unless TOWNS.key?(code)

      json(200, { code:, town: TOWNS[code] }, fields)
    end
  end
end
