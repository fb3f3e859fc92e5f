def fire_list(hotel):
    """Return one line for each guest who is in the house."""
    lines = []
    for floor in hotel["floors"]:
        lines.append(f"floor {floor['level']}")
    return lines
