#| about = "JSON that recurses in C"
#| expect = ["crashed"]
import json
json.loads("[" * 1_000_000)
