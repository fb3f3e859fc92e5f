def deeper(list) = list.each { |one| deeper([one]) }

deeper([1])
