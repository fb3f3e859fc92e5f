def error(status, message)
  { "status" => status, "body" => { "error" => message } }
end

# Returns status and body for one request to the tool club.
def handle(method, path, stock)
  case path.split("/", -1)
  in ["", "tools", name] unless name.empty?
    allowed = "GET"
  in ["", "tools", name, "loans"] unless name.empty?
    allowed = "POST"
  else
    return error(404, "not found")
  end
  return error(405, "method not allowed") unless method == allowed
  return error(404, "no such tool") unless stock.key?(name)

  left = stock[name]
  return { "status" => 200, "body" => { "name" => name, "left" => left } } if method == "GET"
  return error(409, "none left") if left.zero?

  { "status" => 201, "body" => { "name" => name, "left" => left - 1 } }
end
