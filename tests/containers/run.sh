#!/bin/sh
# `make test-containers`: what the tests need of Debian, then the tests. Where that cannot be had, a word and a good end.
set -eu
python=$1
packages="podman runc conmon catatonit netavark iptables iproute2 mmdebstrap golang-github-docker-docker-dev"

skipped() {
    echo "test-containers: skipped: $1"
    exit 0
}

[ "$(id -u)" = 0 ] || skipped "only root can make namespaces and control groups for them"
command -v apt-get > /dev/null || skipped "the packages are Debian's ($packages)"
missing=
for package in $packages; do
    dpkg -s "$package" > /dev/null 2>&1 || missing="$missing $package"
done
if [ -n "$missing" ]; then
    echo "test-containers: installing$missing"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing; } \
        > /dev/null 2>&1 || skipped "these packages could not be installed:$missing"
fi
ip netns add askling-probe 2> /dev/null && ip netns delete askling-probe || skipped "no network namespace can be made here"
exec "$python" -m pytest -m containers tests/containers
