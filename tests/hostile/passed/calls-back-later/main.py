import asyncio


async def add(a, b):
    await asyncio.sleep(10)
    return a + b


def reverse(text):
    return text[::-1]


def describe(number):
    return {"number": number, "names": ["one", "ein"], "even": False, "root": 1.0, "note": None}
