#| out = "deleted\nfinalised\nafter\n"
import weakref
class Gone:
    def __del__(self):
        print("deleted")
gone = Gone()
weakref.finalize(gone, print, "finalised")
del gone
print("after")
