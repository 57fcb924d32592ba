# Every step leaves a stamp, so that a second run does only what changed.
# `make` alone lists the targets. PYTHON=python3.12 make … takes another interpreter.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
PLAYER := tests/player
AUDIT := tests/audit
RALPH := $(AUDIT)/ralph
# The Node that comes with the development lock, trusting whom the system trusts.
NPM := NODE_USE_SYSTEM_CA=1 PATH="$(CURDIR)/$(BIN):$$PATH" npm --no-audit --no-fund --no-update-notifier --prefix
PYTEST_ARGS ?= -n auto --maxprocesses 4 --dist loadgroup
UV_VERSION := 0.13.9

.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
.PHONY: help build plugins docs reference release dev hooks test check lint format types layers pytest audit bench cluster scripts keep version rules lock wheels clean distclean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

build: $(VENV)/.runtime ## compile the course into dist/
	$(BIN)/moocbuild build

dev: $(VENV)/.dev ## make .venv with everything that development needs
hooks: $(VENV)/.dev ## run the checks before each commit
	$(BIN)/pre-commit install

test: lint types layers pytest ## all checks and all tests, browser tests too

check: lint types layers $(VENV)/.dev ## the same without a browser
	$(BIN)/python -m pytest $(PYTEST_ARGS) -m "not browser"

lint: $(VENV)/.dev ## ruff: rules and format
	$(BIN)/ruff check
	$(BIN)/ruff format --check

format: $(VENV)/.dev ## let ruff put right what it can
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

types: $(VENV)/.dev ## mypy, strict
	$(BIN)/mypy

layers: $(VENV)/.dev ## which package may import which
	$(BIN)/lint-imports

pytest: pytest-needs ## the tests
	$(BIN)/python -m pytest $(PYTEST_ARGS)

audit: pytest-needs $(AUDIT)/node_modules/.package-lock.json $(RALPH)/.venv/.made ## every page in every look, by axe, keyboard, HTML checker, Lighthouse
	$(BIN)/python -m pytest -n 2 --dist load -m "audit or matrix"
	$(BIN)/python -m pytest -n 2 --hypothesis-profile explore -m "not browser" tests/markdown tests/media tests/formats tests/package tests/test_markdown.py

plugins: $(VENV)/.runtime ## pack what is installed inside learning systems into dist/
	$(BIN)/python tools/pack_moodle.py dist
	cd plugins/openedx && SOURCE_DATE_EPOCH=315532800 "$(CURDIR)/$(BIN)/python" -m hatchling build -t wheel -d "$(CURDIR)/dist"

docs: $(VENV)/.runtime ## build the manual into dist/docs/, a course of moocbuild's own
	$(BIN)/python tools/manual_site.py --out dist/docs

release: $(VENV)/.dev ## make all files of a release, twice the same, in build/release/
	$(BIN)/python tools/release.py $(RELEASE_ARGS)

bench: $(VENV)/.runtime ## time the commands against their budgets
	$(BIN)/python tools/bench.py $(BENCH_ARGS)

cluster: $(VENV)/.dev ## start a Dask cluster of two workers here, for trying `moocbuild catalogue --dask`
	$(BIN)/python tools/cluster.py

# --- what the steps above need ---------------------------------------------------------------

.PHONY: pytest-needs
pytest-needs: $(VENV)/.dev $(VENV)/.chromium $(PLAYER)/node_modules/.package-lock.json

$(VENV)/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 2))' || \
	  { echo "moocbuild needs Python 3.11.2 or later: PYTHON=/path/to/python3 make …" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { echo "Python's venv module is missing; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.runtime: requirements.lock pyproject.toml $(VENV)/.created
	$(PIP) install --quiet --require-hashes -r requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	$(PIP) install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

$(PLAYER)/node_modules/.package-lock.json: $(PLAYER)/package.json $(PLAYER)/package-lock.json $(VENV)/.dev
	$(NPM) $(PLAYER) ci --ignore-scripts
	@touch $@

# Only audits want these: an HTML checker, Lighthouse, a driver for Firefox.
$(AUDIT)/node_modules/.package-lock.json: $(AUDIT)/package.json $(AUDIT)/package-lock.json $(VENV)/.dev
	$(NPM) $(AUDIT) ci --ignore-scripts
	@touch $@

# A record store for cmi5, which wants older versions of what tests have.
$(RALPH)/.venv/.made: $(RALPH)/requirements.lock $(VENV)/.created
	$(BIN)/python -m venv --clear $(RALPH)/.venv
	$(RALPH)/.venv/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes -r $<
	@touch $@

# One try: where no Chromium can be had, the browser tests say so and are skipped.
$(VENV)/.chromium: $(VENV)/.dev
	@$(BIN)/python tools/find_chromium.py || $(BIN)/playwright install chromium || \
	  echo "no Chromium: the browser tests will be skipped (set MOOCBUILD_CHROMIUM to one)" >&2
	@touch $@

# --- upkeep ----------------------------------------------------------------------------------

# Keeps the versions that still fit; `make lock UPGRADE=1` takes the newest.
LOCK = "$$tmp/bin/uv" pip compile --quiet --no-config --universal --fork-strategy fewest --python-version 3.11.2 \
  --generate-hashes --no-emit-index-url --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)

scripts: $(PLAYER)/node_modules/.package-lock.json ## compile the player's scripts, and templates, after a change in them
	$(BIN)/python tools/compile_scripts.py
	$(BIN)/python tools/compile_templates.py

reference: $(VENV)/.runtime ## write the reference pages of the manual, and freeze its ids
	$(BIN)/python tools/reference.py
	$(BIN)/python tools/manual_site.py --ids

keep: pytest-needs ## keep a course, ids and states of this version, which later ones must take up
	$(BIN)/python tests/releases/add.py

version: $(VENV)/.runtime ## write moocbuild.__version__ and its date wherever else they stand
	$(BIN)/python tools/share_version.py

rules: $(VENV)/.runtime ## give the plugins the numbers of model/evidence.py
	$(BIN)/python tools/share_rules.py

lock: ## write the lock files anew (UPGRADE=1: newest versions)
	tmp=$$(mktemp -d) && trap 'rm -rf "$$tmp"' EXIT && \
	$(PYTHON) -m venv "$$tmp" && "$$tmp/bin/pip" install --quiet uv==$(UV_VERSION) && \
	$(LOCK) pyproject.toml --group backend --output-file requirements.lock && \
	$(LOCK) pyproject.toml --group dev --constraint requirements.lock --output-file requirements-dev.lock && \
	$(LOCK) $(RALPH)/requirements.in --output-file $(RALPH)/requirements.lock
	$(MAKE) dev
	$(if $(UPGRADE),rm -f $(PLAYER)/package-lock.json $(AUDIT)/package-lock.json)
	for each in $(PLAYER) $(AUDIT); do \
	  $(NPM) $$each install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved || exit 1; done

wheels: $(VENV)/.runtime ## ask whether every dependency has a wheel for every system
	$(BIN)/python tools/check_wheels.py

clean: ## remove what was built, and caches
	find dist -mindepth 1 ! -name .gitkeep -delete
	rm -rf build .moocbuild-cache .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## the same, and .venv and the npm packages
	rm -rf $(VENV) $(PLAYER)/node_modules $(AUDIT)/node_modules $(RALPH)/.venv
