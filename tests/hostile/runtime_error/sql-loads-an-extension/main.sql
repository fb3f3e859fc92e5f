SELECT load_extension('/lib/libc.so.6');
