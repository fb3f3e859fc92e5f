# frozen_string_literal: true

# What this world lacks, said clearly, and what its clock makes possible.
module Backroad
  AT_EXIT = []
  DEADLINES = []
  FOREVER = 1_000_000_000 # seconds

  class << self
    def no_programs(name)
      ::Kernel.raise(::NotImplementedError, "#{name} starts another program, and there is none here: a program runs alone")
    end

    def no_threads
      ::Kernel.raise(::ThreadError, "can't create Thread: a program runs in one thread here; Fiber, Mutex and Queue do work")
    end

    # Runs the blocks of `at_exit`, the last first; gives the exit code, which each of them may change.
    def run_exit_blocks(code)
      while (block = AT_EXIT.pop)
        begin
          block.call
        rescue ::SystemExit => error
          code = error.status
        rescue ::Exception => error
          print_error(error)
          code = 1
        end
      end
      code
    end
  end
end

# Blocks of `at_exit` run when a program has ended; the interpreter itself never ends, it is thrown away.
module Kernel
  def at_exit(&block)
    raise ArgumentError, "called without block" unless block
    Backroad::AT_EXIT << block
    block
  end

  %i[system spawn exec].each { |name| define_method(name) { |*, **| Backroad.no_programs(name) } }
  define_method(:`) { |_| Backroad.no_programs("A command in backticks") }

  alias_method :__sleep__, :sleep

  # On the virtual clock nothing passes but sleep: what `Timeout.timeout` limits can be nothing else.
  def sleep(*duration)
    # Without an end it would poll without end; so it sleeps as long as there is time.
    duration = [Backroad::FOREVER] if duration.empty? || duration[0].nil?
    deadline, error = Backroad::DEADLINES.min_by(&:first)
    left = deadline && deadline - Process.clock_gettime(Process::CLOCK_MONOTONIC)
    return __sleep__(*duration) if left.nil? || duration[0] < left
    __sleep__(left) if left > 0
    raise error
  end

  private :at_exit, :system, :spawn, :exec, :`, :sleep, :__sleep__
  %i[at_exit system spawn exec ` sleep].each { |name| define_singleton_method(name, instance_method(name)) }
end

module Process
  define_singleton_method(:spawn) { |*, **| Backroad.no_programs("Process.spawn") }
  define_singleton_method(:exec) { |*, **| Backroad.no_programs("Process.exec") }
end

class IO
  define_singleton_method(:popen) { |*, **| Backroad.no_programs("IO.popen") }
end

class Thread
  %i[new start fork].each { |name| define_singleton_method(name) { |*, **| Backroad.no_threads } }

  class ConditionVariable
    alias_method :__wait__, :wait

    # Who waits without end in the only thread would wait for ever.
    def wait(mutex, timeout = nil)
      raise ThreadError, "this waits for another thread, and there is none" unless timeout
      __wait__(mutex, timeout)
    end
  end
end

module Timeout
  # The library's own way needs a second thread.
  def self.timeout(seconds, type = nil, message = nil)
    return yield(seconds) if seconds.nil? || seconds.zero?
    raise ArgumentError, "Timeout sec must be a non-negative number" if seconds.negative?
    error = (type || Timeout::Error).new(message || "execution expired")
    entry = [Process.clock_gettime(Process::CLOCK_MONOTONIC) + seconds, error]
    Backroad::DEADLINES << entry
    begin
      yield(seconds)
    ensure
      Backroad::DEADLINES.delete_if { |other| other.equal?(entry) }
    end
  end

  def timeout(...) = Timeout.timeout(...)
  private :timeout
end
