#| about = "a syntax tree that no parser would make"
#| expect = ["crashed", "passed"]
import ast
tree = ast.Expression(ast.Constant(1))
for _ in range(5_000):
    tree.body = ast.UnaryOp(ast.USub(), tree.body)
ast.fix_missing_locations(tree)
compile(tree, "s", "eval")
