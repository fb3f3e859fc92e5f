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
  # The ring around the app.
  def self.call(env)
    INNER.call(env)
  end
end
