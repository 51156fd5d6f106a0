#| about = "connecting a descriptor that is already there"
#| bites = true
#| tools = ["kernel"]
for number in range(16):
    ask("connect", number, buffer(16, 2), 16, quiet=True)
print("DENIED")
