def tally(words):
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return {"counts": sorted(counts.items()), "text": " ".join(words).upper().split(), "mean": len(words) / 2}


print(tally(["one", "two"]))
