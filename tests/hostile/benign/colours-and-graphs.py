#| out = "(0.0, 1.0, 1) 1j True c=1\n"
import colorsys, cmath, ipaddress, urllib.parse
print(colorsys.rgb_to_hsv(1, 0, 0), cmath.sqrt(-1), ipaddress.ip_address("10.0.0.1").is_private, urllib.parse.urlsplit("http://a.example/b?c=1").query)
