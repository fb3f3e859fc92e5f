# Returns a line for each package that is not as the lock file says.
def lock_report(wanted, locked, installed)
  missing = locked.keys - installed.keys
  missing.map { |name| "#{name}: #{locked[name]} is missing" }
end
