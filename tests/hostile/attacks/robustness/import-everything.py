#| about = "every module there is, with all that they do when they are loaded"
#| expect = ["passed", "crashed", "too slow", "too big", "exited", "forbidden"]
#| limits = { wall_seconds = 2.5 }
import pkgutil
skipped = {"antigravity", "this", "idlelib", "turtledemo", "turtle", "__main__", "test"}
for module in list(pkgutil.iter_modules())[:400]:
    if module.name not in skipped and not module.name.startswith("_test"):
        try:
            __import__(module.name)
        except BaseException:
            pass
