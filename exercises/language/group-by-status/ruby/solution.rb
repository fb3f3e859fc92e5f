# Returns the paths of the log's lines under their status; lines that do not fit under "broken".
def group_by_status(lines)
  groups = {}
  lines.each do |line|
    line = line.strip
    next if line.empty?

    parts = line.split(" ")
    key, value = parts.length == 3 ? [parts[2], parts[1]] : ["broken", line]
    groups[key] ||= []
    groups[key] << value
  end
  groups
end
