# Two commands on a fresh machine (Python 3.11 or newer, make, a package index): `make run`, `make test`.
SHELL := /bin/sh
.DEFAULT_GOAL := help
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
UV := $(shell command -v uv)
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

.PHONY: catalogues help setup run test test-containers lint check lock clean

help: ## say what there is
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 18

setup: $(READY) ## make .venv with askling in it

$(READY): pyproject.toml requirements.lock
	@test -n "$(PYTHON)" || { echo "askling needs Python 3.11 or newer on PATH; or say: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else f"askling needs Python 3.11 or newer; {sys.executable} is {sys.version.split()[0]}. Say: make PYTHON=/path/to/python3.11")'
ifdef UV
	$(UV) venv --quiet --clear --python $(PYTHON) $(VENV)
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	$(UV) pip install --quiet --python $(BIN)/python --no-deps -e .
else
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
endif
	@touch $(READY)

run: setup ## start the bot in this terminal, with no token
	@$(BIN)/askling run

test: setup ## run the tests
	$(BIN)/python -m pytest -n auto --dist loadgroup

test-containers: setup ## build the image, start docker-compose.yml and attack it (root on Debian; installs podman and runc)
	@sh tests/containers/run.sh $(BIN)/python

lint: setup ## formatting, lint rules, types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

check: setup ## execute the answer key of every question
	$(BIN)/askling check questions

lock: ## renew the three locks (needs uv): hashes, and no registry address
	$(COMPILE) --upgrade --extra test -o requirements.lock pyproject.toml
	$(COMPILE) -c requirements.lock -o deploy/run.lock pyproject.toml
	printf 'hatchling>=1.27\n' | $(COMPILE) -c requirements.lock -o deploy/build.lock -

catalogues: setup ## bring the translations in step with what the bot says
	$(BIN)/python -m tools.catalogues

clean: ## forget what setup made
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
