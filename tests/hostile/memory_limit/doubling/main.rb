text = "x"
text += text while true
