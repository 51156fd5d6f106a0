#| out = "The Zen of Python, by Tim Peters\n"
import contextlib, io
with contextlib.redirect_stdout(io.StringIO()) as text:
    import this
print(text.getvalue().splitlines()[0])
