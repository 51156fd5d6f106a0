#| about = "a filter of what is bad knows nothing of what comes next"
#| tools = ["kernel"]
for number in range(463, 620):
    ask_number(number, quiet=True)
print("DENIED")
