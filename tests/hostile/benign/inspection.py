#| out = "(a, b=1)\ndef f(a, b=1):\n    return a + b\nExpression(body=BinOp(left=Constant(value=1), op=Add(), right=Name(id='x', ctx=Load())))\nTrue ('a', 'b')\n"
import ast, dis, inspect, io
def f(a, b=1):
    return a + b
print(inspect.signature(f))
print(inspect.getsource(f).strip())
print(ast.dump(ast.parse("1 + x", mode="eval")))
out = io.StringIO()
dis.dis(f, file=out)
print("RETURN" in out.getvalue(), f.__code__.co_varnames)
