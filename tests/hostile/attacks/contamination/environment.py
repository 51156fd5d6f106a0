#| about = "or the environment"
#| before = "import os; os.environ['LEFT'] = 'x'; os.environ['PATH'] = '/tmp'"
import os
print("BREACH" if "LEFT" in os.environ or os.environ.get("PATH") == "/tmp" else "DENIED")
