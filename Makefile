# Bare `make` prints this help. The first run of a target sets everything up in .venv.
PYTHON ?= python3
BIN := .venv/bin
SERVE ?=
OUT ?= demo-out
ONLY ?=
MAILS ?= 100000
# Each of the hundred tenants that the tests start would compile its modules again where nothing may be kept.
COMPILED := PYTHONDONTWRITEBYTECODE=

.DEFAULT_GOAL := help
.PHONY: help setup demo test soak conformance bench fuzz lint format requirements clean

help: ## print this help
	@echo "Planminder. Targets:"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "%-22s %s\n", $$1, $$2}'

setup: .venv/.ready-test ## set up .venv with the product and its test tools

demo: .venv/.ready-run ## a month in the life of a fictional council; SERVE=1 leaves its tenant open to click through
	$(BIN)/planminder demo --out $(OUT) $(if $(filter-out 0 no,$(SERVE)),--serve)

test: .venv/.ready-test ## run every test
	$(COMPILED) $(BIN)/python -m pytest

soak: .venv/.ready-test ## kill deliveries, collects and wishes at every point, live ten times as many years, try all large files and more odd requests
	SOAK=1 $(COMPILED) $(BIN)/python -m pytest tests/jobs/test_kill_points.py tests/jobs/test_collect_kill_points.py tests/bot/policy/test_policy_year.py tests/emulator/test_every_route_survives.py tests/emulator/test_emulator_large_files.py tests/emulator/test_emulator_large_attachments.py

conformance: .venv/.ready-conformance ## hold the local tenant against seven clients of others; ONLY=rclone for one
	@sh conformance/prepare.sh
	$(BIN)/python -m conformance $(if $(ONLY),--only $(ONLY))

lint: .venv/.ready-test ## ruff and mypy strict
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/.ready-test ## let ruff put the code in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/.ready-run ## measure reading, replies, the policy, papers and the local tenant: figures as JSON, an error when one is over its limit
	@$(BIN)/python bench/reading.py
	@$(BIN)/python bench/replies.py
	@$(BIN)/python bench/policy.py
	@$(BIN)/python bench/papers.py
	@$(BIN)/python bench/local_tenant.py

fuzz: .venv/.ready-run ## read 100,000 mutated mails: an error when one escapes; MAILS=2000 for fewer
	@$(BIN)/python bench/fuzz_replies.py $(MAILS)

requirements: ## pin and hash what pyproject.toml asks for (needs uv on the path)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra build pyproject.toml -o requirements/run.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra build --extra dev pyproject.toml -o requirements/test.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --extra build --extra dev --extra conformance pyproject.toml -o requirements/conformance.txt

clean: ## remove .venv and everything the targets made
	rm -rf .venv $(OUT) .pytest_cache .mypy_cache .ruff_cache conformance/node/node_modules tests/emulator/node_modules

.venv/.ready-run: requirements/run.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# Not compiled beforehand: msgraph-sdk alone has 16,700 modules, of which a few are ever imported.
.venv/.ready-test: requirements/test.txt .venv/.ready-run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements/test.txt
	@touch $@

.venv/.ready-conformance: requirements/conformance.txt .venv/.ready-test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --require-hashes -r requirements/conformance.txt
	@touch $@
