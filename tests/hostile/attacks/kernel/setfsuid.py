#| about = "root for files alone; it reports no error, so an answer of any kind is one too many"
#| tools = ["kernel"]
ask("setfsuid", 0)
