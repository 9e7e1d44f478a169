.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
READY_DEV := .venv/.ready-dev
export PYTHONPATH := $(CURDIR):$(CURDIR)/site

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk 'BEGIN {FS = ":.*## "} {printf "  make %-12s %s\n", $$1, $$2}'

run: $(READY) ## Start everything for a look round: database, demo, web server, worker (Ctrl-C stops it all)
	@$(BIN)/python manage.py run

test: $(READY_DEV) chromium ## Run every test, the journeys in a real browser included
	@scripts/tests

check: $(READY_DEV) chromium ## What CI runs: style, types, import directions, templates, migrations, translations, tests
	@scripts/check

lint: $(READY_DEV) ## Everything of check except the tests
	@scripts/check --without-tests

format: $(READY_DEV) ## Put the code into the house style
	@$(BIN)/ruff check --fix-only -q . && $(BIN)/ruff format -q .

bench: $(READY_DEV) ## Measure rates and latencies; one JSON object on standard output
	@$(BIN)/python -m tests.bench

demo: $(READY) ## Load the demo data again (nothing is doubled)
	@$(BIN)/python manage.py load_demo

messages: $(READY_DEV) ## Collect new source strings into the .po files and compile them (needs gettext)
	@$(BIN)/python manage.py messages

lock: $(READY_DEV) ## Pin the newest versions that the requirements allow, with hashes
	@scripts/lock

clean: ## Throw away the environment and everything under var/ (the demo's data too)
	rm -rf .venv var

chromium:
	@scripts/chromium

$(READY): requirements.txt
	@scripts/environment $(PYTHON) requirements.txt
	@touch $@

$(READY_DEV): requirements.txt requirements-dev.txt
	@scripts/environment $(PYTHON) requirements-dev.txt
	@touch $(READY) $@

.PHONY: help run test check lint format bench demo messages lock clean chromium
