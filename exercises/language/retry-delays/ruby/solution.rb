# Returns the list of waits: doubling, capped, and together at most the budget.
def retry_delays(first, cap, budget)
  waits = []
  wait = [first, cap].min
  while waits.sum + wait <= budget
    waits << wait
    wait = [wait * 2, cap].min
  end
  waits
end
