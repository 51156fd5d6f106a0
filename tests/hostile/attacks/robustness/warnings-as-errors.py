#| about = "every warning is an error, and warning raises"
#| expect = ["passed", "crashed"]
import warnings
warnings.simplefilter("error")
warnings.showwarning = lambda *a: 1 / 0
warnings.warn("x")
