#| about = "a page"
#| bites = true
#| attempt = true
import urllib.request
urllib.request.urlopen("http://127.0.0.1:@TCP@/", timeout=1).read()
