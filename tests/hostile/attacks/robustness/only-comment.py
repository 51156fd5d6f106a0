#| about = "nothing but words"
#| expect = ["passed"]
# nothing to see here
