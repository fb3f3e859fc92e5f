print "x" * 1024 + "\n"
