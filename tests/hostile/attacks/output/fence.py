#| about = "text that closes the block it is shown in: kept by the judge, escaped by the room of the chat that knows fences"
#| expect = ["passed"]
#| clean = ["\u001b"]
print("```\n**out of the box** [x](http://evil.example)\n```\x1b")
