#| out = "<a>\nclosing\n</a>\ninside\n"
import contextlib, io
@contextlib.contextmanager
def tag(name):
    print(f"<{name}>")
    yield
    print(f"</{name}>")
with tag("a"), contextlib.suppress(KeyError), contextlib.ExitStack() as stack:
    stack.callback(print, "closing")
    {}["x"]
with contextlib.redirect_stdout(io.StringIO()) as caught:
    print("inside")
print(caught.getvalue().strip())
