MARK = "marker-" + "7c1e93"
found = []
found << "a patch" if Object.method_defined?(:marker) || $marker
%w[/tmp /data /code /lib].each do |folder|
  found << folder if Dir.children(folder).any? { |name| name.include?("marker") }
rescue SystemCallError
  nil
end
found << "an object" if ObjectSpace.each_object(String).any? { |one| one == MARK && !one.equal?(MARK) }
puts found.empty? ? "clean" : found.inspect

class Object
  def marker = true
end
$marker = MARK
ENV["MARKER"] = MARK
HOARD = Array.new(100) { MARK * 1000 }
%w[/tmp /data /code /lib].each do |folder|
  File.write("#{folder}/marker", MARK)
rescue SystemCallError
  nil
end
