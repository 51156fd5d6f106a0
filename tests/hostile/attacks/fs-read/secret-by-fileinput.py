#| about = "a standard module that opens what argv names"
#| bites = true
#| attempt = true
import fileinput
next(iter(fileinput.input(["@SECRET@"])))
