#| about = "a second system call interface that seccomp does not see"
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
ask("io_uring_setup", 1, buffer(120))
