# frozen_string_literal: true

# Requests: what the host asks, and the answers.
module Backroad
  CHANNEL = "/dev/backroad"
  STDOUT = $stdout
  STDERR = $stderr
  MAIN = TOPLEVEL_BINDING.receiver

  module Own
    own = ->(type, name) { type.instance_method(name) }
    EVAL = own[RubyVM::InstructionSequence, :eval]
    WRITE = own[IO, :write]
    FLUSH = own[IO, :flush]
    READ_LINE = own[IO, :gets]
    CLOSE = own[IO, :close]
    METHOD = own[Kernel, :method]
    METHOD_SOURCE = own[Method, :source_location]
    STATUS = own[SystemExit, :status]
    COMPILE = RubyVM::InstructionSequence.method(:compile_file_prism)
    OPEN = File.method(:open)
    READ = File.method(:binread)
    SEED = Random.method(:srand)
    PARSE = JSON::Ext::Parser.method(:parse)
    GENERATE = JSON::Ext::Generator::State.method(:generate)
  end
  PARSE_OPTIONS = { max_nesting: 0 }.freeze
  GENERATE_OPTIONS = { max_nesting: 0 }.freeze

  class << self
    # Reads one request and writes one answer. An expression that does so is all that the host evaluates.
    def turn
      channel = Own::OPEN.call(CHANNEL, "r+b")
      line = Own::READ_LINE.bind_call(channel)
      Own::WRITE.bind_call(channel, answer(Own::MARK.bind_call(line, ::Encoding::UTF_8)))
      Own::FLUSH.bind_call(channel)
      Own::CLOSE.bind_call(channel)
      nil
    end

    def answer(message)
      request = Own::PARSE.call(message, PARSE_OPTIONS)
      Own::SEED.call(request["seed"])
      reply = case request["op"]
              when "run" then run(request["file"], request["args"] || [])
              when "load" then load_file(request["file"])
              when "call" then call_function(request["function"], request["args"])
              when "http" then http(request["request"])
              end
      flush
      begin
        Own::GENERATE.call(reply, GENERATE_OPTIONS, nil)
      rescue ::Exception => error
        Own::GENERATE.call(raised(error), GENERATE_OPTIONS, nil)
      end
    end

    def print_error(error)
      Own::WRITE.bind_call(STDERR, describe(error)[2])
    rescue ::Exception
      nil # The learner closed it.
    end

    private

    # Runs a file as Ruby itself runs its program: with its own name, at the top level.
    def execute(file, program)
      $PROGRAM_NAME = program
      code = Own::COMPILE.call(file)
      provide_data(file)
      Own::EVAL.bind_call(code)
    end

    # What follows `__END__` is the file DATA.
    def provide_data(file)
      source = Own::READ.call(file)
      return unless source.include?("__END__") && (start = source =~ /^__END__\r?\n/n)
      data = Own::OPEN.call(file, "r")
      data.seek(source.index("\n", start) + 1)
      ::Object.const_set(:DATA, data)
    end

    def run(file, args)
      ARGV.replace(args)
      code = 0
      begin
        execute(file, file)
      rescue ::SystemExit => error
        code = run_exit_blocks(Own::STATUS.bind_call(error))
      rescue ::NoMemoryError => error
        return raised(error) # the host says which limit that was
      rescue ::Exception => error
        return unparsed(error) if is_in_learners_files(error, file)
        print_error(error)
        code = run_exit_blocks(1)
      else
        code = run_exit_blocks(0)
      end
      { "ended" => code & 0xFF }
    end

    def load_file(file)
      execute(file, "backroad")
      { "loaded" => true }
    rescue ::Exception => error
      is_in_learners_files(error, file) ? unparsed(error) : raised(error)
    end

    def call_function(name, args)
      function = learners_function(name)
      return { "missing" => name } unless function
      { "value" => to_tagged(Own::CALL.bind_call(function, *list_from_tagged(args))) }
    rescue ::Exception => error
      raised(error)
    end

    # A method of that name which the learner's files define at the top level; not one that every Ruby program has.
    def learners_function(name)
      function = Own::METHOD.bind_call(MAIN, name)
      path, = Own::METHOD_SOURCE.bind_call(function)
      function unless path.nil? || Own::STARTS_WITH.bind_call("#{path}:", *FOREIGN)
    rescue ::NameError
      nil
    end

    def flush
      flush_stream(STDOUT)
      flush_stream(STDERR)
    end

    def flush_stream(stream)
      Own::FLUSH.bind_call(stream)
    rescue ::Exception
      nil # The learner closed it; what was printed before is out.
    end
  end

  # Methods are compiled and looked up when they are first called. What is done here, no guest has to do.
  def self.warm_up
    3.times do
      expect("loaded", '{"op":"load","file":"warm_up.rb","seed":1}')
      expect("value", '{"op":"call","function":"warm_up_combine","args":[[1,2.5,"three",null,true],{"key":{"$bytes":"AA=="}}],"seed":1}')
      expect("raised", '{"op":"call","function":"warm_up_fail","args":[],"seed":1}')
      expect("response", '{"op":"http","request":{"method":"GET","path":"/?a=1","headers":[["accept","*/*"]],"body":""},"seed":1}')
      forget_app
      expect("ended", '{"op":"run","file":"warm_up.rb","seed":1}')
      forget_app
    end
    Object.class_eval { %i[warm_up_combine warm_up_fail].each { |name| remove_method(name) } }
    $PROGRAM_NAME = "main.rb"
  end

  def self.forget_app = Object.class_eval { remove_const(:App) }

  def self.expect(kind, message)
    reply = answer(message)
    raise "#{message} is answered #{reply}" unless reply.start_with?(%({"#{kind}"))
  end
end
