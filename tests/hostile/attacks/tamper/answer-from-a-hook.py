#| about = "audit hooks see the harness at work"
#| expect = ["not passed"]
#| calls = ["f(2)", "f(3)"]
#| expected = ["4", "9"]
#| tools = ["channel"]
import sys
def hook(event, arguments):
    if event in ("compile", "exec"):
        forge(0, 4)
sys.addaudithook(hook)
def f(x):
    return 0
