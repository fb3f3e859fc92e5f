# Returns the four numbers of a version; what is missing is 0.
def numbers(version)
  parts = version.split(".").map(&:to_i)
  parts + [0] * (4 - parts.length)
end

# Returns -1 if a is older than b, 1 if it is newer, and 0 if they are the same.
def compare_versions(a, b)
  numbers(a) <=> numbers(b)
end
