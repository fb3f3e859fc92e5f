require "json"

JSON.parse("[" * 500_000)
