$stdout.write("before\n")
Process.exit!(134)
