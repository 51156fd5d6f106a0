#| out = "[{'name': 'Ada, L.', 'age': '36'}] a,\"b\"\"c\"\n1,\n"
import csv, io
rows = list(csv.DictReader(io.StringIO('name,age\n"Ada, L.",36\n')))
out = io.StringIO()
csv.writer(out, lineterminator="\n").writerows([["a", 'b"c'], [1, None]])
print(rows, out.getvalue(), end="")
