# Everything runs in .venv; nothing is installed outside it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: bench bench-check cost faults mutate same-bytes serve site verify check test test-browser format lock clean

serve: $(VENV)/ready ## build and browse at http://127.0.0.1:8000
	$(BIN)/mkdocs serve

site: $(VENV)/ready ## build the site into site/
	$(BIN)/mkdocs build --strict

verify: ## check every quotation of the built site against the texts that it publishes; shares no code with the rest
	$(PYTHON) tests/export/check_published.py site/data

check: $(VENV)/ready ## list every problem in seeds/
	$(BIN)/python -m generator check

test: $(VENV)/ready-dev ## formatting, types and all tests but the browser's
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 --dist loadfile --ignore=tests/browser

test-browser: $(VENV)/ready-dev ## the pages in Chromium, three in Firefox; CHROMIUM=/path, FIREFOX=/path if not found
	$(BIN)/python -m pytest -n 2 --dist loadfile tests/browser

bench: $(VENV)/ready-dev ## what each stage costs, at COUNTS="100 1000 10000" articles (hours at 10,000)
	$(BIN)/python -m tests.bench $(COUNTS)

bench-check: $(VENV)/ready-dev ## whether a stage costs more than it did, at 300 articles
	$(BIN)/python -m tests.bench.regress

faults: $(VENV)/ready-dev ## break a hundred builds: kills, failing disks, five at once; small disks need root
	$(BIN)/python -m tests.faults.sweep

mutate: $(VENV)/ready-dev ## two minutes of plain mutation over all readers
	$(BIN)/python -m tests.read.mutate

cost: $(VENV)/ready-dev ## what fifty hostile files of 1 and 2 MB cost
	$(BIN)/python -m tests.cost

same-bytes: $(VENV)/ready-dev ## the site over paths, time zones, locales, hash seeds, caches, workers and the Pythons that are there
	$(BIN)/python -m tests.same_bytes

format: $(VENV)/ready-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(VENV)/ready-dev ## pin the newest allowed versions, with hashes, without naming an index
	$(BIN)/uv pip compile --quiet --universal --upgrade --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-annotate --no-header --extra search -o requirements.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --upgrade --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-annotate --no-header --extra search --extra formats --extra cluster --extra dev -c requirements.lock \
	  -o requirements-dev.lock pyproject.toml

clean: ## remove what was generated; seeds/ is never touched
	rm -rf site .build/cache
	find .build/docs -mindepth 1 ! -name .gitignore -delete

$(VENV)/ready: requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

$(VENV)/ready-dev: requirements-dev.lock $(VENV)/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@
