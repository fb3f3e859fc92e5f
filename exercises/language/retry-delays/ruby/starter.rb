# Returns the list of waits: doubling, capped, and together at most the budget.
def retry_delays(first, cap, budget)
  waits = []
  wait = first
  while wait <= budget
    waits << wait
    wait *= 2
  end
  waits
end
