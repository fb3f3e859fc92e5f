# Returns a line for each package that is not as the lock file says.
def lock_report(wanted, locked, installed)
  names = wanted | locked.keys | installed.keys
  names.sort.filter_map do |name|
    should_be = locked[name]
    is_there = installed[name]
    if should_be.nil? && is_there.nil?
      "#{name}: wanted, but not locked"
    elsif should_be.nil?
      "#{name}: #{is_there} is not locked"
    elsif is_there.nil?
      "#{name}: #{should_be} is missing"
    elsif is_there != should_be
      "#{name}: #{is_there} is installed, #{should_be} is locked"
    end
  end
end
