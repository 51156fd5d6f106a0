#| about = "through the event loop"
#| bites = true
#| attempt = true
import asyncio
asyncio.run(asyncio.open_connection("127.0.0.1", @TCP@))
