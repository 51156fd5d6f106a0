#| about = "a hook that refuses whatever is done"
#| expect = ["passed", "crashed", "exited", "denied"]
import sys
def refuse(event, arguments):
    raise RuntimeError(event)
sys.addaudithook(refuse)
print("x")
