require "js"

puts JS.eval("return 1")
