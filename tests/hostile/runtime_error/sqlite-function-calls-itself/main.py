import sqlite3

database = sqlite3.connect(":memory:")


def again(number):
    return database.execute("SELECT again(?)", (number + 1,)).fetchone()[0]


database.create_function("again", 1, again)
again(1)
