# Everything here runs with a plain make and a plain sh; what it needs beyond them, it installs into .venv.
.POSIX:
.PHONY: help run test lint format evaluate bench-view messages requirements screenshots clean

help: ## This list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' Makefile

run: ## Serve the site on 127.0.0.1:8000 (PORT), made ready from nothing where needed (ARGS=--bare: no demonstration)
	@sh scripts/run $(ARGS)

test: ## Every test on SQLite, and again on PostgreSQL where one answers (ARGS="tests/dates -x")
	@sh scripts/test $(ARGS)

lint: ## Style, import contracts, missing migrations, Django's checks for production
	@sh scripts/lint

format: ## Put the code in the form that lint asks for
	@sh scripts/environment dev
	@.venv/bin/python -m ruff check --fix --quiet . ; .venv/bin/python -m ruff format .

evaluate: ## How well articles are read, in numbers (needs DATELINE_SHARED)
	@sh scripts/environment dev
	@.venv/bin/python bench/evaluate_seed.py
	@.venv/bin/python bench/evaluate_dates.py
	@.venv/bin/python bench/evaluate_languages.py
	@.venv/bin/python bench/evaluate_events.py
	@.venv/bin/python bench/evaluate_wikinews.py
	@.venv/bin/python bench/second_reading.py
	@.venv/bin/python bench/evaluate_merging.py

bench-view: ## How soon readers are answered, at 1,000 to 1,000,000 events, beside the peers (SIZES=1000,1000000)
	@sh scripts/environment dev
	@.venv/bin/python bench/view.py

messages: ## Collect the visible strings for translators, and compile what they gave back (needs gettext)
	@sh scripts/environment dev
	@sh scripts/messages

requirements: ## Pin and hash requirements/ from pyproject.toml, with the newest versions it allows
	@sh scripts/environment dev
	@sh scripts/requirements

screenshots: ## The pictures of docs/pictures, taken from a running server (ADDRESS=http://127.0.0.1:8000)
	@sh scripts/environment dev
	@.venv/bin/python scripts/screenshots.py $(ADDRESS)

clean: ## Remove what can be made again: .venv, caches, collected static files; never the database
	@rm -rf .venv .pytest_cache .ruff_cache .import_linter_cache .mypy_cache .hypothesis var/static
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
