#| out = "3 0 [0, 1, 2] 3\n"
import asyncio
async def numbers():
    for n in range(3):
        yield n
        await asyncio.sleep(0)
async def main():
    inbox, lock = asyncio.Queue(), asyncio.Lock()
    async with lock:
        [await inbox.put(n) async for n in numbers()]
    print(inbox.qsize(), await inbox.get(), [n async for n in numbers()], await asyncio.to_thread(sum, [1, 2]))
asyncio.run(main())
