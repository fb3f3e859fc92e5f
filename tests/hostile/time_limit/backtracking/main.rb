puts(/^(a|a?)+\1$/.match("a" * 60 + "b").inspect)
