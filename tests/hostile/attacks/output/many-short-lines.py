#| about = "a hundred thousand lines"
#| expect = ["too loud"]
for at in range(200_000):
    print(at)
