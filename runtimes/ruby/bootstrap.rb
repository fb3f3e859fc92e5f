# frozen_string_literal: true

# The host's side of a Ruby guest: takes a request, runs the learner's code, answers with what came of it.
#
# Runs once while the snapshot is made; afterwards the host evaluates `Backroad.turn` for each request. All it needs is loaded and
# bound to names of its own before any code of a learner runs, and nothing in it is called by a bare name: a method that a learner
# defines at the top of a file is a method of every object. What such code can still bend is the answer itself, and that is all
# an answer can ever be: the host compares it, and nothing here knows what is expected.

# Gems that come with Ruby and are all Ruby. RubyGems itself, which would find them, is slow to start and has nothing to install.
# `/lib` is where further libraries are, if the runtime has any.
gems = Dir.glob("/usr/local/lib/ruby/gems/*/gems/{#{%w[
  abbrev base64 benchmark csv getoptlong logger matrix minitest mutex_m observer ostruct power_assert prime pstore rake rexml rss
].join(",")}}-*/lib")
$LOAD_PATH.push(*gems, "/lib")

# IP addresses are calculated with these numbers of a library that opens sockets, which nothing here can do.
class Socket
  AF_UNSPEC = 0
  AF_INET = 2
  AF_INET6 = 10
end
$LOADED_FEATURES << "socket.rb"
require "ipaddr"
$LOADED_FEATURES.delete("socket.rb")

%w[
  base64 benchmark csv date delegate digest digest/sha2 English erb fileutils find forwardable json logger minitest monitor
  objspace observer open3 openssl optparse ostruct pathname pp prime prism random/formatter ripper securerandom set shellwords singleton
  stringio strscan tempfile time timeout tmpdir tsort uri weakref yaml zlib did_you_mean error_highlight
].each { |library| require library }

module Backroad
  # What the frames of our own methods are called, so that no learner ever sees one.
  PATH = "<backroad>"
  # The parts of this script. They are evaluated, not required: a learner's file may have the same name.
  PARTS = %w[values errors world http turn].freeze
end

Backroad::PARTS.each do |part|
  RubyVM::InstructionSequence.compile(File.read("/code/#{part}.rb"), Backroad::PATH, Backroad::PATH).eval
end

Dir.chdir("/code")
# Tables of Unicode that are read when they are first needed.
"é".unicode_normalize(:nfd).encode("UTF-16").encode("UTF-8").unicode_normalize.encode("ISO-8859-1")

# What was printed is kept when a program is stopped: so it goes out at once.
$stdout.sync = true

Backroad.warm_up
# Collects what the start has left over and makes the rest old, so that no guest has to.
Process.warmup
# That has emptied the caches at the places where methods are called.
Backroad.warm_up
