module App
  def self.call(env) = raise("down")
end
