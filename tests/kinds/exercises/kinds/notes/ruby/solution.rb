require "json"

module App
  STORE = "/data/notes.json"

  def self.notes = File.exist?(STORE) ? JSON.parse(File.read(STORE)) : []

  def self.call(env)
    path, query = env["PATH_INFO"], env["QUERY_STRING"]
    if path == "/hello"
      headers = { "content-type" => "text/plain" }
      headers["set-cookie"] = "#{query}; Path=/" unless query.empty?
      return [200, headers, ["hello #{(env["HTTP_COOKIE"] || "name=stranger").split("=")[1]}"]]
    end
    if env["REQUEST_METHOD"] == "POST"
      all = notes
      note = { "id" => all.length + 1 }.merge(JSON.parse(env["rack.input"].read))
      File.write(STORE, JSON.generate(all + [note]))
      return [201, { "content-type" => "application/json", "location" => "/notes/#{note["id"]}" }, [JSON.generate(note)]]
    end
    note = notes.find { |each| path == "/notes/#{each["id"]}" }
    note ? [200, { "content-type" => "application/json" }, [JSON.generate(note)]] : [404, {}, [""]]
  end
end
