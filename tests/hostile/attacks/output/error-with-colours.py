#| about = "what is raised is shown as well"
#| expect = ["crashed"]
raise ValueError("\x1b[2J@everyone ```\n\u202e")
