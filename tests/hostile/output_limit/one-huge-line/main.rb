$stdout.write("x" * (60 << 20))
