# A program of the kind that learners write, run before the snapshot is made.

require "json"

App = lambda do |env|
  [200, { "content-type" => "text/plain" }, [env["PATH_INFO"]]]
end

def warm_up_combine(values, extra)
  names = values.map(&:to_s).sort.each_with_index.to_h { |name, index| [name, index * 1.5] }
  text = JSON.generate({ found: names, words: names.keys.join(" ").upcase.split, count: names.size })
  { values: values, extra: extra, back: JSON.parse(text), parts: [1, format("%.2f", names.sum { |_, price| price })] }
end

def warm_up_fail
  Integer("nothing")
rescue ArgumentError
  raise KeyError, "no such thing"
end

warm_up_combine([1, 2], nil)
