#| about = "numbers that nothing answers for any more"
#| machines = ["x86_64"]
#| tools = ["kernel"]
#| expect = ["denied", "forbidden"]
for name in ("uselib", "sysfs", "create_module", "get_kernel_syms", "nfsservctl", "vserver", "epoll_ctl_old", "remap_file_pages"):
    ask(name, 0, 0, 0, 0, 0)
