def greeting(name):
    return f"<p>Hello, {name}!</p>"
