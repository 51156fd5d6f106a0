#| about = "a module that opens a page when it is loaded"
#| expect = ["passed", "crashed"]
import antigravity
