# Each target sets up all that it needs in .venv from a bare clone: python3 with venv and pip, and make.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help setup demo test lint check bench page lock clean
.DEFAULT_GOAL := help

help:  ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## */\1\t/' | expand -t 10

setup: .venv/ready-dev  ## everything for developing, in .venv

demo: .venv/ready  ## run the example that ships with regesta
	$(BIN)/regesta demo -o build/demo

test: .venv/ready-dev  ## run the tests
	$(BIN)/python -m pytest

lint: .venv/ready-dev  ## style, types and the contracts between rooms
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test  ## all that a change must pass

bench: .venv/ready-dev  ## time and memory of a whole build
	$(BIN)/python benchmarks/build.py

page:  ## build the page from frontend/ (needs node and npm); what is built is committed
	cd frontend && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	cd frontend && npm run --silent check && npm run --silent test && npm run --silent build

lock: .venv/ready-dev  ## write the locks in requirements/ anew
	$(PIP) install uv
	PATH="$(CURDIR)/$(BIN):$$PATH" requirements/lock

clean:  ## remove what the targets made
	rm -rf .venv build

.venv/ready: requirements/run.txt requirements/model.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) install --require-hashes -r requirements/run.txt
	$(PIP) install --no-deps --ignore-requires-python --require-hashes -r requirements/model.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

.venv/ready-dev: .venv/ready requirements/dev.txt
	$(PIP) install --require-hashes -r requirements/dev.txt
	touch $@
