#| out = "hello\n"
print("hello")
