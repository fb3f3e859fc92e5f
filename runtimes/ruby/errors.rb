# frozen_string_literal: true

# Exceptions, as a learner should see them: their own frames only, in the files' own names.
module Backroad
  MAX_TRACE = 8_000 # bytes
  # Where frames begin that are not the learner's: ours, those of Ruby's library, and the expression that the host evaluates.
  OURS = ["#{PATH}:", "eval:"].freeze
  FOREIGN = [*OURS, "/usr/local/lib/ruby/", "/lib/", "<internal:"].freeze
  # The lowest frame of all has the program's name and no line.
  LOWEST = ":in 'Kernel.eval'"
  # A backtrace as long as that is one of endless recursion; between its ends it is looked at by nobody.
  MAX_FRAMES = 200
  # What a program that asks for more is told.
  LIBRARIES = %w[
    abbrev base64 benchmark csv date delegate digest English erb fileutils find forwardable getoptlong ipaddr json logger matrix
    minitest monitor mutex_m objspace observer open3 openssl optparse ostruct pathname pp prime prism pstore rexml ripper
    securerandom set shellwords singleton stringio strscan tempfile time timeout tmpdir tsort uri weakref yaml zlib
  ].join(", ").freeze

  module Own
    own = ->(type, name) { type.instance_method(name) }
    LOCATIONS = own[Exception, :backtrace_locations]
    BACKTRACE = own[Exception, :backtrace]
    SET_BACKTRACE = own[Exception, :set_backtrace]
    CAUSE = own[Exception, :cause]
    FULL_MESSAGE = own[Exception, :full_message]
    LOCATION_TEXT = own[Thread::Backtrace::Location, :to_s]
    LOAD_ERROR_PATH = own[LoadError, :path]
    SYNTAX_ERROR_PATH = own[SyntaxError, :path]
    GSUB = own[String, :gsub]
    ENDS_WITH = own[String, :end_with?]
  end

  class << self
    # The type's name, the message and the trace of an exception, whatever its own methods do.
    def describe(error)
      kind = type_name(error)
      message = begin
        sendable(error.message)
      rescue ::Exception
        "(its message cannot be shown)"
      end
      trace = begin
        with_base_names(sendable(full_message(error)))
      rescue ::Exception
        "#{message} (#{kind})"
      end
      if ::LoadError === error && Own::STARTS_WITH.bind_call(message, "cannot load such file -- ")
        wanted = with_base_names(message)
        # A file of the learner's own is looked for beside the others; what is asked for by name is a library.
        message = wanted == message ? "#{wanted}; here there are: #{LIBRARIES}" : wanted
        trace = trace.sub(wanted) { message }
      end
      if kind == "fatal"
        # A deadlock: what follows the first line is about the interpreter's own threads.
        first_line = message.split("\n", 2)[0]
        trace = trace.sub(/^  *\* #<Thread.*|^\d+ threads, .*/m, "") if first_line != message
        message = first_line
      end
      trace = "#{trace}\n" unless Own::ENDS_WITH.bind_call(trace, "\n")
      [kind, shortened(message), shortened(trace)]
    end

    def raised(error)
      kind, message, trace = describe(error)
      trace = "" if UnsupportedValue === error # It came from here, not from a line of the learner's.
      { "raised" => { "type" => kind, "message" => message, "trace" => trace } }
    end

    def unparsed(error)
      _, message, trace = describe(error)
      { "syntax" => { "message" => with_base_names(message), "trace" => trace } }
    end

    # A file of the learner's that cannot be parsed; text that a program evaluates is another matter.
    def is_in_learners_files(error, file)
      return false unless ::SyntaxError === error
      path = Own::SYNTAX_ERROR_PATH.bind_call(error)
      path == file || (::String === path && Own::STARTS_WITH.bind_call(path, "/code/"))
    end

    # Text as UTF-8, whatever it was; bytes that are none are shown as such.
    def sendable(text)
      text = ::Kernel.String(text)
      copy = Own::PART.bind_call(text, 0, Own::SIZE.bind_call(text))
      encoding = Own::ENCODING.bind_call(copy)
      if ::Encoding::BINARY.equal?(encoding) || ::Encoding::US_ASCII.equal?(encoding)
        Own::MARK.bind_call(copy, ::Encoding::UTF_8)
      elsif !::Encoding::UTF_8.equal?(encoding)
        copy = Own::ENCODE.bind_call(copy, ::Encoding::UTF_8, invalid: :replace, undef: :replace)
      end
      Own::SCRUB.bind_call(copy) { |bytes| "\\x#{Own::UNPACK.bind_call(bytes, "H*")}" }
    end

    # A backtrace as it would be if nobody had called the program.
    def backtrace_without_us(frames) = frames && without(OURS, frames)

    private

    # As Ruby itself prints it. Where no frame is left, as in a file that cannot be parsed, the message says where.
    def full_message(error)
      keep_learners_own(error, [])
      frames = Own::BACKTRACE.bind_call(error)
      return error.detailed_message(highlight: false) if frames.nil? || frames.empty?
      Own::FULL_MESSAGE.bind_call(error, highlight: false, order: :top)
    end

    def keep_learners_own(error, seen)
      return if error.nil? || seen.any? { |other| other.equal?(error) }
      seen << error
      frames = Own::LOCATIONS.bind_call(error) || Own::BACKTRACE.bind_call(error)
      Own::SET_BACKTRACE.bind_call(error, without(FOREIGN, frames)) if frames
      keep_learners_own(Own::CAUSE.bind_call(error), seen)
    end

    # The frames without those that begin so.
    def without(beginnings, frames)
      unwanted = lambda do |frame|
        text = ::String === frame ? frame : Own::LOCATION_TEXT.bind_call(frame)
        Own::STARTS_WITH.bind_call(text, *beginnings) || (Own::ENDS_WITH.bind_call(text, LOWEST) && !text.match?(/:\d+:in/))
      end
      return frames.reject(&unwanted) if frames.size <= MAX_FRAMES
      kept = frames.size
      kept -= 1 while kept > 0 && unwanted[frames[kept - 1]]
      frames[0, kept]
    end

    def with_base_names(text)
      Own::GSUB.bind_call(text, %r{^((?:\t*from |> |.*cannot load such file -- )?)/code/}) { $1 }
    end

    def shortened(text)
      size = Own::SIZE.bind_call(text)
      return text if size <= MAX_TRACE
      half = MAX_TRACE / 2
      head = Own::PART.bind_call(text, 0, half)
      tail = Own::PART.bind_call(text, size - half, half)
      "#{Own::SCRUB.bind_call(head, "")}\n  …\n#{Own::SCRUB.bind_call(tail, "")}"
    end
  end
end

# It walks through every folder for the name that is nearest, twenty milliseconds long; our list says more.
class DidYouMean::RequirePathChecker
  def corrections = []
end

# What a learner's code sees of the stack ends where that code begins.
class Exception
  def backtrace = Backroad.backtrace_without_us(Backroad::Own::BACKTRACE.bind_call(self))
  def backtrace_locations = Backroad.backtrace_without_us(Backroad::Own::LOCATIONS.bind_call(self))
end

module Kernel
  %i[caller caller_locations].each do |name|
    own = instance_method(name)
    define_method(name) do |start = 1, length = nil|
      own_start = ::Range === start ? start.begin : start
      frames = Backroad.backtrace_without_us(own.bind_call(self, own_start + 1))
      ::Range === start ? frames && frames[0..(start.end && start.end - own_start)] : length ? frames && frames[0, length] : frames
    end
    private name
    define_singleton_method(name, instance_method(name))
  end
end
