"""The inside of an ordinary hardened container, without a container engine.

`cap_drop: [ALL]`, `no-new-privileges`, an own uid, and what Docker's default seccomp profile refuses to such a process:
namespaces, mounts and the rest of what needs CAP_SYS_ADMIN. Source: moby/profiles, seccomp/default.json, June 2026.
"""

from bot.judge.inside import bpf, kernel
from bot.judge.inside.syscalls import TABLES

REFUSED = """unshare setns mount umount2 pivot_root chroot move_mount open_tree fsopen fsconfig fsmount fspick mount_setattr
    bpf perf_event_open io_uring_setup io_uring_enter io_uring_register keyctl add_key request_key userfaultfd kcmp
    pidfd_getfd fanotify_init name_to_handle_at open_by_handle_at acct quotactl swapon swapoff reboot init_module
    finit_module delete_module kexec_load kexec_file_load lookup_dcookie syslog iopl ioperm""".split()
NEW_NAMESPACE = 0x7E020000
"""CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET."""
_ENOSYS = 38


def enter_container() -> None:
    """From here on this process and all below it live as in a container."""
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    kernel.drop_capabilities()
    kernel.Filter(profile(kernel.MACHINE)).enter()


def profile(machine: str) -> bytes:
    """The profile as packed sock_filter instructions."""
    table = TABLES[machine]
    lines = [bpf.number(), *bpf.all_of(table, REFUSED, bpf.DENY)]
    lines += bpf.only_for(table, "clone3", [bpf.fail(_ENOSYS)])
    lines += bpf.only_for(table, "clone", [bpf.argument(0), *bpf.if_any_bit(NEW_NAMESPACE, [bpf.DENY], [bpf.ALLOW])])
    return bpf.pack([*lines, bpf.ALLOW])
