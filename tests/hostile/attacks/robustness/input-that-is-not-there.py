#| about = "an empty standard input ends, it does not wait"
#| expect = ["crashed"]
input()
