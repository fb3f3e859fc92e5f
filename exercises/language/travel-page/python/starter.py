import asyncio
import time


async def ask(service):
    """Wait as long as the service takes, and return its answer, or raise ConnectionError."""
    await asyncio.sleep(service["seconds"])
    if service["answer"] == "down":
        raise ConnectionError("connection refused")
    return service["answer"]


async def travel_page(services, limit):
    """Return each service's part under its name; "unavailable" and "slow" where there is no answer."""
    page = {}
    for service in services:
        page[service["name"]] = await ask(service)
    return page


async def measured(services, limit):
    """Return the page, and the seconds that it took."""
    start = time.monotonic()
    page = await travel_page(services, limit)
    return [page, time.monotonic() - start]


async def seconds_needed(services, limit):
    """Return the seconds that the page took."""
    page, seconds = await measured(services, limit)
    return seconds
