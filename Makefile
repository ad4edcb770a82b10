# make demo    a briefing on the example article         make test    every test
# make check   style, types, floors and every test       make lock    the lock files anew
# make formats the JSON Schemas in docs/formats          make evaluate ARTICLES=folder   the coder against labels
.PHONY: demo test check style types floors lock formats evaluate clean
RUN := .venv/bin/

demo: .venv/run
	@$(RUN)tocsin brief examples/troops.txt --output briefing-troops

test: .venv/dev
	@tools/find_browser.sh
	$(RUN)pytest -n 2

check: style types floors test

style: .venv/dev
	$(RUN)ruff format --check .
	$(RUN)ruff check .

types: .venv/dev
	$(RUN)mypy

floors: .venv/dev
	$(RUN)lint-imports

formats: .venv/dev
	$(RUN)python -m tocsin.schemas docs/formats

evaluate: .venv/dev
	$(RUN)python tools/evaluate.py $(ARTICLES)

lock:
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --group build -o requirements.lock
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --group build --group dev --extra frames -o requirements-dev.lock

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/run: requirements.lock pyproject.toml
	@tools/set_up.sh requirements.lock
	@touch $@

.venv/dev: requirements-dev.lock pyproject.toml
	@tools/set_up.sh requirements-dev.lock
	@touch $@ .venv/run
