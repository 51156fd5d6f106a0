#| about = "a virtual machine inside the jail"
#| attempt = true
open("/dev/kvm", "rb")
