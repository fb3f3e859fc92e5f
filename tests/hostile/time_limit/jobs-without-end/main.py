import asyncio


async def again():
    while True:
        await asyncio.sleep(0)


asyncio.run(again())
