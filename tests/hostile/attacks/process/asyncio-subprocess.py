#| about = "through the event loop"
#| bites = true
#| attempt = true
import asyncio
asyncio.run(asyncio.create_subprocess_exec("/bin/sh", "-c", "echo BREACH"))
