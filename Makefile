# The everyday commands; `make` alone lists them. Everything is kept in .venv, nothing is installed into the system.

PYTHON ?= python3
WORKERS ?= 3

BIN := .venv/bin
READY := .venv/.ready

.DEFAULT_GOAL := help
.PHONY: help demo test check format learn bench lock clean

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

demo: $(READY) ## a shop to try in the browser: no token, no internet
	@$(BIN)/python -m bot demo

test: $(READY) ## the tests, in parallel
	@$(BIN)/pytest -n $(WORKERS) --dist worksteal

check: $(READY) ## format, lint, types, imports, tests: what must pass before a commit; with CI=true the long ones too
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet --output-format concise .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/pytest -n $(WORKERS) --dist worksteal $(if $(CI),,-m "not long")

format: $(READY) ## put the code into shape
	@$(BIN)/ruff check --quiet --fix --exit-zero .
	@$(BIN)/ruff format .

learn: $(READY) ## learn the lines of bot/understanding/examples, after some were added
	@$(BIN)/python -m bot.understanding.learning

bench: $(READY) ## measure, each figure beside its anchor
	@for page in $(basename $(notdir $(wildcard bench/bench_*.py))); do $(BIN)/python -m bench.$$page || exit 1; done

lock: $(READY) ## write requirements.lock again from pyproject.toml; UPGRADE=1 takes the newest versions
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
		--no-annotate --no-header --quiet $(if $(UPGRADE),--upgrade) --output-file requirements.lock

clean: ## remove .venv and the caches; never data/
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis dist
	@find bot handlers storage bench tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11")'
	@echo "Setting up .venv ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@
