import asyncio
import time


async def ask(service):
    """Wait as long as the service takes, and return its answer."""
    await asyncio.sleep(service["seconds"])
    return service["answer"]


async def ask_all(services):
    """Return the answers of all services in their order; ask them all at once."""
    return await asyncio.gather(*[ask(service) for service in services])


async def measured(services):
    """Return the answers, and the seconds that it took to get them."""
    start = time.monotonic()
    answers = await ask_all(services)
    return [answers, time.monotonic() - start]
