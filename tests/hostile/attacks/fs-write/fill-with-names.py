#| about = "many empty files use up what byte limits do not count"
#| attempt = true
for at in range(5_000):
    open(f"file{at}", "w").close()
