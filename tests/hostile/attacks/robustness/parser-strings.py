#| about = "f-strings inside f-strings"
#| expect = ["crashed", "passed", "too big"]
source = "1"
for _ in range(60):
    source = "f'{" + source + "!r:>{" + "1" + "}}'" if "'" not in source else 'f"{' + source.replace('"', "") + '}"'
compile(source, "s", "eval")
