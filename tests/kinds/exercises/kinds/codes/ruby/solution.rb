def new_code = Array.new(6) { ("a".."z").to_a.sample }.join
