require "json"

PLOTS = [
  { number: 3, gardener: "Ines", square_metres: 180 },
  { number: 7, gardener: nil, square_metres: 210 },
  { number: 12, gardener: "Piotr", square_metres: 150 },
  { number: 15, gardener: nil, square_metres: 95 },
].freeze

module App
  # Fixed paths stand above those with a gap that would fit them too.
  ROUTES = [
    ["GET", %r{\A/plots\z}, :list_plots],
    ["GET", %r{\A/plots/free\z}, :list_free_plots],
    ["GET", %r{\A/plots/(?<number>[^/]+)\z}, :show_plot],
    ["POST", %r{\A/plots/(?<number>[^/]+)/waterings\z}, :water_plot],
  ].freeze

  class << self
    # Answers one request.
    def call(env)
      fitting = ROUTES.select { |_, pattern, _| pattern.match?(env["PATH_INFO"]) }
      return json(404, { error: "not found" }) if fitting.empty?

      _, pattern, handler = fitting.find { |method, _, _| method == env["REQUEST_METHOD"] }
      if handler.nil?
        allow = fitting.map(&:first).uniq.join(", ")
        return json(405, { error: "use #{allow}" }, { "allow" => allow })
      end
      send(handler, *pattern.match(env["PATH_INFO"]).captures)
    end

    private

    # Answers with JSON; `fields` are further header fields, such as { "allow" => "GET" }.
    def json(status, data, fields = {})
      [status, { "content-type" => "application/json", **fields }, [JSON.generate(data)]]
    end

    def list_plots
      json(200, PLOTS)
    end

    def list_free_plots
      json(200, PLOTS.select { |plot| plot[:gardener].nil? })
    end

    def show_plot(number)
      plot = find(number)
      plot ? json(200, plot) : no_such_plot
    end

    def water_plot(number)
      plot = find(number)
      plot ? json(202, { plot: plot[:number], minutes: 10 }) : no_such_plot
    end

    # The plot whose number is written like this, or nil.
    def find(number)
      PLOTS.find { |plot| plot[:number].to_s == number }
    end

    def no_such_plot
      json(404, { error: "no such plot" })
    end
  end
end
