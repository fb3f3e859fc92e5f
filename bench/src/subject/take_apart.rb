STANDARD = { "http" => 80, "https" => 443 }.freeze

def take_apart(url)
  scheme, rest = url.split("://", 2)
  rest = rest.split("#", 2).first.split("?", 2).first
  authority, slash, path = rest.partition("/")
  host, _, port = authority.partition(":")
  { host: host.downcase, path: slash.empty? ? "/" : slash + path, port: port.empty? ? STANDARD[scheme] : port.to_i }
end
