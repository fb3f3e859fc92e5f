# Returns status and body for one request to the tool club.
def handle(method, path, stock)
  name = path.delete_prefix("/tools/")
  { "status" => 200, "body" => { "name" => name, "left" => stock[name] } }
end
