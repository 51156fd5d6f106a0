#| about = "or every switch of the interpreter"
#| before = """
#| import decimal, gc, locale, signal, sys, threading, warnings
#| decimal.getcontext().prec = 1
#| gc.disable()
#| sys.setrecursionlimit(60)
#| sys.set_int_max_str_digits(700)
#| sys.setswitchinterval(9)
#| signal.signal(signal.SIGUSR1, signal.SIG_IGN)
#| warnings.simplefilter('error')
#| threading.stack_size(1 << 20)
#| """
import decimal, gc, signal, sys
ok = decimal.getcontext().prec == 28 and gc.isenabled() and sys.getrecursionlimit() >= 900
ok = ok and sys.get_int_max_str_digits() == 4300 and sys.getswitchinterval() < 1
ok = ok and signal.getsignal(signal.SIGUSR1) is signal.SIG_DFL
print("DENIED" if ok else "BREACH")
