require "json"
require "securerandom"

LOG = []

# The app. Leave it as it is.
INNER = lambda do |env|
  answer = lambda do |status, data, fields = {}|
    [status, { "content-type" => "application/json", **fields }, [JSON.generate(data)]]
  end

  case env["PATH_INFO"]
  when "/crash" then raise "cannot reach db.example.com with hunter2"
  when "/whoami" then answer.call(200, { id: env["HTTP_X_REQUEST_ID"] })
  when "/log" then answer.call(200, LOG)
  when "/bookings"
    booking = { "lane" => env["QUERY_STRING"].delete_prefix("lane="), **JSON.parse(env["rack.input"].read) }
    answer.call(201, booking, { "location" => "/bookings/1" })
  else answer.call(404, { error: "not found" })
  end
end

module App
  class << self
    # The ring around the app.
    def call(env)
      number = number_of(env)
      record = { id: number, method: env["REQUEST_METHOD"], path: env["PATH_INFO"] }
      begin
        status, fields, body = INNER.call(env.merge("HTTP_X_REQUEST_ID" => number))
      rescue StandardError => e
        record[:error] = e.message
        status, fields, body = problem(number)
      end
      LOG << { **record, status: }
      [status, { **fields, "x-request-id" => number }, body]
    end

    private

    # The client's number for this request if it looks like one, or a new one.
    def number_of(env)
      given = env["HTTP_X_REQUEST_ID"].to_s
      given.match?(/\A[A-Za-z0-9-]{8,64}\z/) ? given : SecureRandom.hex(16)
    end

    def problem(number)
      body = { title: "Internal Server Error", status: 500, request_id: number }
      [500, { "content-type" => "application/problem+json" }, [JSON.generate(body)]]
    end
  end
end
