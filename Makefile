# Each target does its own set-up in .venv: Python 3.11 or later and make are enough.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.PHONY: help run test test-all test-long package try-package licences check format bench fuzz faults power-cuts kills soak check-csv simulate docs statements mutate tour strings clean
help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

run: $(VENV)/.run  ## start the program
	$(BIN)/recovery-tracker

test: $(VENV)/.dev  ## run the tests (a few minutes)
	$(BIN)/python -m pytest -n 2 -m "not long"

test-all: $(VENV)/.dev  ## run the tests on every supported Python that is found here
	$(BIN)/python -m tools.test_all $(ARGS)

test-long: $(VENV)/.dev  ## run the tests with large numbers
	HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest -n 2 -m long

check: $(VENV)/.dev  ## format, lint, types, import contracts
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/pyright
	$(BIN)/lint-imports

format: $(VENV)/.dev  ## put the code into shape
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

bench: $(VENV)/.dev  ## every target against its floor (some minutes); ROWS=2,8 for some of them
	$(BIN)/python -m benchmarks $(ROWS)

fuzz: $(VENV)/.dev  ## 20,000 broken files for every importer, 1,000 backups, 2,000 photos
	$(BIN)/python -m tools.fuzz build/fuzz

# a sample of it: make faults EACH=10
faults: $(VENV)/.dev  ## every call to the disk fails in turn: what is left? (a quarter of an hour; needs cc)
	$(BIN)/python -m tools.faults build/faults $(if $(EACH),--each $(EACH))

power-cuts: $(VENV)/.dev  ## the power goes at 100 random moments (minutes; needs cc)
	$(BIN)/python -m tools.power_cuts build/power-cuts

kills: $(VENV)/.dev  ## kill -9 at 300 random moments (minutes)
	$(BIN)/python -m tests.data.killing "$$(mktemp -d)" 300 1

soak: $(VENV)/.dev  ## 10,000 actions in one window: does it grow, stall or complain? (seven minutes)
	$(BIN)/python -m tools.soak

check-csv: $(VENV)/.dev  ## the tables in LibreOffice, which must be installed
	$(BIN)/python -m tools.check_csv

simulate: $(VENV)/.dev  ## how the rules meet made-up courses, usual and gone wrong
	$(BIN)/python -m benchmarks.simulate --rules --keep docs/data/simulation.json
	$(BIN)/python -m tools.rule_documents

docs: $(VENV)/.dev  ## the documents that are made from the code
	$(BIN)/python -m tools.rule_documents

statements: $(VENV)/.dev  ## the SQL the program runs, from the declared tables and statements
	$(BIN)/python -m tools.statements

# one family: make mutate OF='recovery_tracker.domain.rules.flaking*'
mutate: $(VENV)/.dev  ## change the rules bit by bit: do the tests notice? (an hour or two)
	$(BIN)/mutmut run $(if $(OF),"$(OF)")
	$(BIN)/mutmut results
	$(BIN)/mutmut export-cicd-stats
	@cat mutants/mutmut-cicd-stats.json

# another language: make tour LANGUAGE=de; with accents and longer words: LANGUAGE=en-XA
# (the variable LANGUAGE of the environment is left out of account)
TOUR_LANGUAGE = $(if $(filter command line,$(origin LANGUAGE)),$(LANGUAGE))
tour: $(VENV)/.dev  ## the whole job without a screen, into build/tour
	$(BIN)/python -m tools.tour build/tour $(if $(TOUR_LANGUAGE),--language $(TOUR_LANGUAGE))

# with new pictures: make guide PICTURES=1
guide: $(VENV)/.guide  ## the user guide in every language, into resources/guide
	$(BIN)/python -m tools.guide $(if $(PICTURES),--pictures)

strings: $(VENV)/.dev  ## the texts for translators: extract, merge, compile
	$(BIN)/python -m tools.strings

package: $(VENV)/.package  ## the program as a folder and as a .deb, into build (some minutes)
	nice $(BIN)/python -m tools.package

try-package: $(VENV)/.dev  ## install the .deb into a bare Debian and use it there (root, mmdebstrap)
	$(BIN)/python -m tools.try_package

licences: $(VENV)/.dev  ## the licences of everything that is shipped
	$(BIN)/python -m tools.licences

clean:  ## remove what was built
	rm -rf build dist mutants .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed. Install it and try again."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(BIN)/python pyproject.toml constraints.txt
	$(PIP) -e .
	$(BIN)/python -m recovery_tracker.ui.binding
	@touch $@

$(VENV)/.dev: $(BIN)/python pyproject.toml constraints.txt
	$(PIP) -e '.[dev]'
	$(BIN)/python -m recovery_tracker.ui.binding
	@touch $@ $(VENV)/.run

$(VENV)/.package: $(VENV)/.dev
	$(PIP) -e '.[dev,package]'
	@touch $@

$(VENV)/.guide: $(VENV)/.dev
	$(PIP) -e '.[guide]'
	@touch $@
