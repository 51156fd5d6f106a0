#| about = "a standard module that opens what argv names"
#| attempt = true
import fileinput
next(iter(fileinput.input(["@SECRET@"])))
