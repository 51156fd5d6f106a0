#| out = "yes True 1234.5\n"
import gettext, locale
print(gettext.gettext("yes"), locale.getlocale()[0] is None or True, f"{1234.5:n}")
