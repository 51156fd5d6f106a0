#| about = "where files are closed by Landlock alone their size can still be seen"
#| bites = true
#| attempt = true
#| succeeds_in = ["root without namespaces", "user without namespaces", "container", "container without slots"]
import os
assert os.stat("@SECRET@").st_size
