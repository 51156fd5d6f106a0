#| out = "the quick\nbrown fox\njumps a\nb 1! ['a', 'b c']\n{'a': [1, 1, 1],\n 'b': 1}\n['apple']\n"
import pprint, shlex, string, textwrap, difflib
print(textwrap.fill("the quick brown fox jumps", 10), textwrap.dedent("  a\n  b"), string.Template("$a!").substitute(a=1), shlex.split("a 'b c'"))
pprint.pprint({"b": 1, "a": [1] * 3}, width=20)
print(difflib.get_close_matches("appel", ["apple", "pear"]))
