hoard = []
hoard << "x" * (1 << 20) while true
