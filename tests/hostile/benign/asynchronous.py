#| out = "[2, 1]\n3\nlate\n"
import asyncio
async def work(n):
    await asyncio.sleep(0.001 * n)
    return n
async def main():
    print(await asyncio.gather(work(2), work(1)))
    async with asyncio.TaskGroup() as group:
        task = group.create_task(work(3))
    print(task.result())
    try:
        async with asyncio.timeout(0.001):
            await asyncio.sleep(1)
    except TimeoutError:
        print("late")
asyncio.run(main())
