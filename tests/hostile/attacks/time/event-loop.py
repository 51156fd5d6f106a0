#| about = "a loop without events"
#| expect = ["too slow"]
#| limits = { wall_seconds = 0.4 }
import asyncio
asyncio.run(asyncio.Event().wait())
