#| about = "a number without end"
#| expect = ["too slow", "too big"]
#| limits = { wall_seconds = 0.5 }
x = 9**9**9
