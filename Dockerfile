# syntax=docker/dockerfile:1
# One image for the bot, its judge and its backups. Another registry or version: --build-arg PYTHON_IMAGE=…
ARG PYTHON_IMAGE=docker.io/library/python:3.13-slim-bookworm
ARG PYTHON_311=docker.io/library/python:3.11-slim-bookworm
ARG PYTHON_312=docker.io/library/python:3.12-slim-bookworm
ARG PYTHON_314=docker.io/library/python:3.14-slim-bookworm

FROM ${PYTHON_311} AS python311
FROM ${PYTHON_312} AS python312
FROM ${PYTHON_314} AS python314

# The other Pythons that the judge can run answers on: interpreter and standard library, nothing else.
FROM ${PYTHON_IMAGE} AS pythons
COPY --from=python311 /usr/local/ /found/
COPY --from=python312 /usr/local/ /found/
COPY --from=python314 /usr/local/ /found/
RUN set -eu; mkdir -p /pythons/bin /pythons/lib; \
    for version in 3.11 3.12 3.14; do \
        test -x "/found/bin/python$version" || continue; \
        if command -v "python$version" > /dev/null; then continue; fi; \
        cp -a "/found/bin/python$version" /pythons/bin/; \
        cp -a "/found/lib/python$version" /pythons/lib/; \
        find /found/lib -maxdepth 1 -name "libpython$version.so*" -exec cp -a {} /pythons/lib/ \; ; \
        rm -rf "/pythons/lib/python$version/site-packages" "/pythons/lib/python$version/test" \
            "/pythons/lib/python$version/ensurepip" "/pythons/lib/python$version/idlelib"; \
    done

# askling in a virtual environment of its own, from hashed locks: learners' code runs on the interpreter below it.
FROM ${PYTHON_IMAGE} AS builder
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /build
COPY deploy/build.lock deploy/run.lock deploy/
RUN python -m venv /tools && /tools/bin/pip install --quiet --require-hashes -r deploy/build.lock \
    && python -m venv /app/.venv && /app/.venv/bin/pip install --quiet --require-hashes -r deploy/run.lock
COPY pyproject.toml README.md LICENSE ./
COPY bot/ bot/
COPY questions/ questions/
RUN /tools/bin/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir /wheels . \
    && /app/.venv/bin/pip install --quiet --no-deps --no-index /wheels/*.whl \
    && /app/.venv/bin/pip uninstall --quiet --yes pip

FROM ${PYTHON_IMAGE} AS askling
LABEL org.opencontainers.image.title="askling" \
      org.opencontainers.image.description="A daily Python question for your chat, judged safely and scored fairly." \
      org.opencontainers.image.licenses="MIT"
COPY --from=pythons /pythons/ /usr/local/
# The bot is 10001, the judge 10002; they meet in group 10000, which may write to the judge's socket.
RUN ldconfig \
    && groupadd --gid 10000 askling \
    && useradd --uid 10001 --gid 10000 --no-create-home --home-dir /data --shell /usr/sbin/nologin askling \
    && useradd --uid 10002 --gid 10000 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin judge \
    && install --directory --owner 10001 --group 10000 --mode 0700 /data /backups \
    && install --directory --owner 10002 --group 10000 --mode 2770 /run/askling \
    && install --directory /scratch
COPY --from=builder /app/.venv /app/.venv
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    ASKLING_DATABASE=/data/askling.sqlite
WORKDIR /
USER 10001:10000
ENTRYPOINT ["askling"]
CMD ["run"]
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["askling", "health"]
