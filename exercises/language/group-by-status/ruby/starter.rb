# Returns the paths of the log's lines under their status; lines that do not fit under "broken".
def group_by_status(lines)
  groups = {}
  lines.each do |line|
    _method, path, status = line.split(" ")
    groups[status.to_s] = [path]
  end
  groups
end
