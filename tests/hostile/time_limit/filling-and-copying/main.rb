data = "x" * (8 << 20)
data.replace("y" * (8 << 20)) while true
