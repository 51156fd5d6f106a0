#| out = "child nobody\n"
import asyncio, contextvars
who = contextvars.ContextVar("who", default="nobody")
async def child():
    who.set("child")
    return who.get()
async def main():
    print(await asyncio.create_task(child()), who.get())
asyncio.run(main())
