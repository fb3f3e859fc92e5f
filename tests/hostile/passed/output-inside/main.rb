print "x" * 1023 + "\n"
