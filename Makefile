# make run and make test do all of their own set-up; `make` alone lists what there is.
SHELL := bash
PYTHON_IN_VENV := .venv/bin/python
SOURCES := caseload ui migrations tests

.PHONY: help run test lint format types contracts check wheel bench lock clean

help:
	@echo "make run        open Caseload on a made-up service (first time: sets everything up)"
	@echo "make test       run the tests"
	@echo "make check      lint, types and import contracts"
	@echo "make format     put the code into its usual form"
	@echo "make wheel      build dist/caseload-*.whl"
	@echo "make bench      measure start-up, the store and a calculation"
	@echo "make lock       renew requirements/ from pyproject.toml"
	@echo "make clean      remove what these made, but not .venv"

.venv/run.installed: requirements/run.txt scripts/set_up.sh
	@scripts/set_up.sh run

.venv/dev.installed: requirements/dev.txt scripts/set_up.sh
	@scripts/set_up.sh dev

run: .venv/run.installed
	@scripts/run.sh

test: .venv/dev.installed
	@QT_QPA_PLATFORM=offscreen $(PYTHON_IN_VENV) -m pytest -n 2 --durations=10 $(ARGS)

lint: .venv/dev.installed
	@$(PYTHON_IN_VENV) -m ruff check $(SOURCES)
	@$(PYTHON_IN_VENV) -m ruff format --check $(SOURCES)

format: .venv/dev.installed
	@$(PYTHON_IN_VENV) -m ruff check --fix $(SOURCES)
	@$(PYTHON_IN_VENV) -m ruff format $(SOURCES)

types: .venv/dev.installed
	@$(PYTHON_IN_VENV) -m mypy

contracts: .venv/dev.installed
	@$(PYTHON_IN_VENV) -c 'from importlinter.cli import lint_imports_command as check; check()' --no-logo

check: lint types contracts

wheel: .venv/dev.installed
	@rm -rf dist
	@$(PYTHON_IN_VENV) -m build --no-isolation --wheel --outdir dist

bench: .venv/dev.installed
	@$(PYTHON_IN_VENV) -m tests.bench

lock: .venv/dev.installed
	@scripts/lock.sh $(ARGS)

clean:
	@rm -rf dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
