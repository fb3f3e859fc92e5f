# frozen_string_literal: true

# Values: tagged JSON to Ruby and back.
#
# The classes of what a learner returns may be the learner's own, and may lie. So each value is read by the methods that Ruby
# itself gave its built-in class.
module Backroad
  # Of a value; the host's JSON reader takes 128 levels, and a tag takes one more for each of ours.
  MAX_DEPTH = 50

  # What a function returned has no place in the values contract.
  class UnsupportedValue < StandardError
    def self.name = "UnsupportedValue"
  end

  # Ruby's own methods, whatever a learner makes of them.
  module Own
    own = ->(type, name) { type.instance_method(name) }
    CLASS = own[Kernel, :class]
    NAME = own[Module, :name]
    TO_A = own[Array, :to_a]
    PACK = own[Array, :pack]
    EACH_PAIR = own[Hash, :each_pair]
    SET_TO_A = own[Set, :to_a]
    SET_ADD = own[Set, :add]
    DIGITS = own[Integer, :to_s]
    BIT_LENGTH = own[Integer, :bit_length]
    FINITE = own[Float, :finite?]
    NAN = own[Float, :nan?]
    PART = own[String, :byteslice]
    SIZE = own[String, :bytesize]
    ENCODING = own[String, :encoding]
    ENCODE = own[String, :encode]
    MARK = own[String, :force_encoding]
    VALID = own[String, :valid_encoding?]
    SCRUB = own[String, :scrub]
    UNPACK = own[String, :unpack1]
    STARTS_WITH = own[String, :start_with?]
    SYMBOL_NAME = own[Symbol, :name]
    NANOSECONDS = own[Time, :nsec]
    MOMENT = own[Time, :xmlschema]
    DAY = own[Date, :iso8601]
    DATETIME_TO_TIME = own[DateTime, :to_time]
    CALL = own[Method, :call]
  end

  class << self
    def from_tagged(value)
      return list_from_tagged(value) if ::Array === value
      return value unless ::Hash === value

      if value.size == 1
        tag, content = Own::TO_A.bind_call(value.first)
        case tag
        when "$null" then return nil
        when "$bytes" then return Own::UNPACK.bind_call(content, "m0")
        when "$big" then return ::Kernel.Integer(content, 10)
        when "$float" then return content == "nan" ? ::Float::NAN : content == "inf" ? ::Float::INFINITY : -::Float::INFINITY
        when "$date" then return moment_from(content)
        when "$set" then return set_from_tagged(content)
        when "$tuple" then return list_from_tagged(content)
        when "$object" then value = content
        end
      end
      plain = {}
      Own::EACH_PAIR.bind_call(value) { |key, item| plain[key] = from_tagged(item) }
      plain
    end

    def list_from_tagged(list)
      plain = []
      index = 0
      while index < list.size
        plain << from_tagged(list[index])
        index += 1
      end
      plain
    end

    # JSON of a value, tagged, as Hash, Array and so on. `inside` are the collections around it.
    def to_tagged(value, inside = [])
      case value
      when nil, true, false then value
      when ::Integer then Own::BIT_LENGTH.bind_call(value) < 64 ? value : { "$big" => Own::DIGITS.bind_call(value) }
      when ::Float
        return value if Own::FINITE.bind_call(value)
        { "$float" => Own::NAN.bind_call(value) ? "nan" : value > 0 ? "inf" : "-inf" }
      when ::String
        return plain_text(value) unless ::Encoding::BINARY.equal?(Own::ENCODING.bind_call(value))
        { "$bytes" => base64(value) }
      when ::Symbol then plain_text(Own::SYMBOL_NAME.bind_call(value))
      when ::Time then { "$date" => moment(value) }
      when ::DateTime then { "$date" => moment(Own::DATETIME_TO_TIME.bind_call(value)) }
      when ::Date then { "$date" => Own::DAY.bind_call(value) }
      when ::Array, ::Hash, ::Set
        deeper(value, inside) { collection_to_tagged(value, inside) }
      else
        refuse("a value of type #{type_name(value)} was returned; return nil, true, false, an Integer, Float, String, Symbol, " \
               "Array, Hash, Set, Time or Date")
      end
    end

    # The text itself, without what a learner's code may have attached to it.
    def plain_text(text)
      encoding = Own::ENCODING.bind_call(text)
      copy = Own::PART.bind_call(text, 0, Own::SIZE.bind_call(text))
      if ::Encoding::UTF_8.equal?(encoding) || ::Encoding::US_ASCII.equal?(encoding) || ::Encoding::BINARY.equal?(encoding)
        Own::MARK.bind_call(copy, ::Encoding::UTF_8)
      else
        copy = Own::ENCODE.bind_call(copy, ::Encoding::UTF_8)
      end
      return copy if Own::VALID.bind_call(copy)
      refuse("text that is not valid UTF-8 was returned; if it is meant to be bytes, return it with `.b`")
    rescue ::EncodingError
      refuse("text in #{encoding} was returned that cannot be converted to UTF-8")
    end

    def base64(bytes)
      Own::PACK.bind_call([Own::PART.bind_call(bytes, 0, Own::SIZE.bind_call(bytes))], "m0")
    end

    def type_name(value)
      type = ::BasicObject === value && !(::Kernel === value) ? ::BasicObject : Own::CLASS.bind_call(value)
      return "UnsupportedValue" if type.equal?(UnsupportedValue)
      Own::NAME.bind_call(type) || "a class without a name"
    end

    private

    def deeper(value, inside)
      refuse("the returned value is nested more than #{MAX_DEPTH} levels deep") if inside.size >= MAX_DEPTH
      index = 0
      while index < inside.size
        refuse("the returned #{type_name(value)} contains itself") if value.equal?(inside[index])
        index += 1
      end
      inside << value
      tagged = yield
      inside.pop
      tagged
    end

    def collection_to_tagged(value, inside)
      case value
      when ::Array then list_to_tagged(Own::TO_A.bind_call(value), inside)
      when ::Set then { "$set" => list_to_tagged(Own::SET_TO_A.bind_call(value), inside) }
      else
        tagged = {}
        Own::EACH_PAIR.bind_call(value) do |key, item|
          name = key_name(key)
          refuse("a Hash was returned that has #{name.dump} twice, as String and as Symbol") if tagged.key?(name)
          tagged[name] = to_tagged(item, inside)
        end
        looks_like_a_tag = tagged.size == 1 && Own::STARTS_WITH.bind_call(tagged.first[0], "$")
        looks_like_a_tag ? { "$object" => tagged } : tagged
      end
    end

    def list_to_tagged(list, inside)
      tagged = []
      index = 0
      while index < list.size
        tagged << to_tagged(list[index], inside)
        index += 1
      end
      tagged
    end

    def key_name(key)
      case key
      when ::String then plain_text(key)
      when ::Symbol then plain_text(Own::SYMBOL_NAME.bind_call(key))
      else refuse("a Hash was returned with a key of type #{type_name(key)}; only String and Symbol can be keys here")
      end
    end

    def set_from_tagged(list)
      set = ::Set.new
      index = 0
      while index < list.size
        Own::SET_ADD.bind_call(set, from_tagged(list[index]))
        index += 1
      end
      set
    end

    def moment_from(text)
      text.include?("T") ? ::Time.xmlschema(text) : ::Date.iso8601(text)
    end

    def moment(time)
      nanoseconds = Own::NANOSECONDS.bind_call(time)
      digits = nanoseconds == 0 ? 0 : nanoseconds % 1_000_000 == 0 ? 3 : nanoseconds % 1_000 == 0 ? 6 : 9
      Own::MOMENT.bind_call(time, digits)
    end

    def refuse(why) = ::Kernel.raise(UnsupportedValue, why)
  end
end
