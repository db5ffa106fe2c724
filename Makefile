# Two commands set everything up: `make demo` and `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.DEFAULT_GOAL := help
.PHONY: help demo test quick lint fix check clean claims.db

help:
	@echo "make demo       set up and show the sample"
	@echo "make test       set up and run all tests"
	@echo "make quick      formatting, lint, layers, and the tests that load no model"
	@echo "make lint       formatting, lint, types, layers"
	@echo "make check      lint and test"
	@echo "make fix        format, and mend what the linter can"
	@echo "make claims.db  build the sample workbench again from seeds/"

$(BIN)/python:
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" \
		|| { echo "factcheck needs Python 3.11 or newer; name one with make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing factcheck; this takes a few minutes the first time."
	$(PIP_INSTALL) --editable .
	@touch $@

$(VENV)/.test-tools: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing factcheck and what its tests need; this takes a few minutes the first time."
	$(PIP_INSTALL) --editable '.[test,lint]'
	@touch $(VENV)/.installed $@

demo: $(VENV)/.installed
	$(BIN)/factcheck demo

# With two processes: the tests that load a model share one, and run beside the others. Many tests start factcheck or a
# parser as a process of its own; one that may keep no bytecode would compile the whole program each time.
test quick: export PYTHONDONTWRITEBYTECODE =
test: $(VENV)/.test-tools
	$(BIN)/python -m pytest -n 2 --dist loadgroup $(PYTEST_FLAGS)

# The linters keep what they found, so that only what changed is looked at again.
quick: $(VENV)/.test-tools
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2 --dist loadgroup -m "not model and not slow" $(PYTEST_FLAGS)

lint: $(VENV)/.test-tools
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(VENV)/.test-tools
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

check: lint test

TOUCHED := supported refuted conflicting not_enough_evidence not_checkable in_review

# Built beside the old one and put in its place at the end. A claims.db that someone decided in is moved aside, not lost.
claims.db: $(VENV)/.installed
	rm -rf build/sample && mkdir -p build/sample
	$(BIN)/factcheck demo --db build/sample/claims.db --no-review --quiet > /dev/null
	@if [ -f claims.db ]; then for status in $(TOUCHED); do \
		if [ -n "$$($(BIN)/factcheck claims --db claims.db --quiet --status $$status)" ]; then \
			mv claims.db "claims.db.backup-$$(date +%Y%m%d-%H%M%S)"; \
			echo "Someone worked in claims.db; it was moved aside as claims.db.backup-..."; break; \
		fi; done; fi
	mv build/sample/claims.db claims.db

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
