import asyncio
import time


async def ask(service):
    """Wait as long as the service takes, and return its answer, or raise ConnectionError."""
    await asyncio.sleep(service["seconds"])
    if service["answer"] == "down":
        raise ConnectionError("connection refused")
    return service["answer"]


async def part_of(service, limit):
    """Return the service's part of the page, whatever happens to it."""
    try:
        return await asyncio.wait_for(ask(service), limit)
    except TimeoutError:
        return "slow"
    except ConnectionError:
        return "unavailable"


async def travel_page(services, limit):
    """Return each service's part under its name; "unavailable" and "slow" where there is no answer."""
    parts = await asyncio.gather(*[part_of(service, limit) for service in services])
    names = [service["name"] for service in services]
    return dict(zip(names, parts))


async def measured(services, limit):
    """Return the page, and the seconds that it took."""
    start = time.monotonic()
    page = await travel_page(services, limit)
    return [page, time.monotonic() - start]


async def seconds_needed(services, limit):
    """Return the seconds that the page took."""
    page, seconds = await measured(services, limit)
    return seconds
