#| about = "the raw disk has every file"
#| attempt = true
import glob
open(next(iter(glob.glob("/dev/vd*") + glob.glob("/dev/sd*") + glob.glob("/dev/nvme*")), "/dev/vda"), "rb")
