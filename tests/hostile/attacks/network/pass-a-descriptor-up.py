#| about = "the harness's socket would take descriptors as well as text"
#| expect = ["denied", "passed", "too loud"]
import array, os, socket
for number in range(3, 16):
    try:
        channel = socket.socket(fileno=os.dup(number))
        channel.sendmsg([b"\n"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0] * 200))])
        channel.detach()
    except OSError:
        pass
print("DENIED or dropped")
