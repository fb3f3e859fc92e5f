import asyncio
import time


async def import_rows(rows, done):
    """Put all rows into the list; after every 100 of them let others have a turn."""
    for row in rows:
        done.append(row)
        if len(done) % 100 == 0:
            time.sleep(0.01)


async def with_visitors(count, visitors):
    """Import while visitors come; say after how many rows each was answered."""
    rows = [f"book {number}" for number in range(count)]
    done = []
    answered = []

    async def answer_visitors():
        for _ in range(visitors):
            answered.append(len(done))
            await asyncio.sleep(0)

    await asyncio.gather(import_rows(rows, done), answer_visitors())
    return [answered, done == rows]
