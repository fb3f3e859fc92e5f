$stdout.write("\e[1mbold\e[0m\0\xff\r\n".b)
