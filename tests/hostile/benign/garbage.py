#| out = "True True True True\n"
import gc, sys, weakref
class A:
    pass
a = A()
a.me = a
seen = weakref.ref(a)
del a
gc.collect()
print(seen() is None, sys.getrefcount([]) >= 1, sys.getsizeof([]) > 0, gc.isenabled())
