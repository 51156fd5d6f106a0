#| about = "a literal that recurses in the parser"
#| expect = ["crashed", "too big"]
import ast
ast.literal_eval("-" * 1_000_000 + "1")
