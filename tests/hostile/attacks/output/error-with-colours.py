#| about = "what is raised is shown as well"
#| clean = ["\u001b", "\u202e"]
#| expect = ["crashed"]
raise ValueError("\x1b[2J@everyone ```\n\u202e")
