#| about = "the harness shows a traceback too, from outside or inside"
#| expect = ["crashed", "denied"]
exec(compile("1/0", "@SECRET@", "exec"))
