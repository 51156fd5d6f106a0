#| about = "small sources, compiled for ever"
#| expect = ["too slow"]
#| limits = { wall_seconds = 0.5 }
source = "x = " + "(" * 90 + "1" + ",)" * 90
while True:
    compile(source, "s", "exec")
