# Returns -1 if a is older than b, 1 if it is newer, and 0 if they are the same.
def compare_versions(a, b)
  a <=> b
end
