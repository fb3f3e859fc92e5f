nil while true
