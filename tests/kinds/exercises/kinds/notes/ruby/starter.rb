module App
  def self.call(env) = [501, {}, [""]]
end
