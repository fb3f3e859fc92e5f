def fire_list(hotel):
    """Return one line for each guest who is in the house."""
    lines = []
    for floor in hotel["floors"]:
        for room in floor["rooms"]:
            for guest in room["guests"]:
                if not guest["out"]:
                    lines.append(f"floor {floor['level']}, room {room['number']}: {guest['name']}")
    return lines
