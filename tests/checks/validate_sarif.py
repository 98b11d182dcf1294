#!/usr/bin/env python3
"""Holds SARIF files against the JSON schema that GIALINT_SARIF_SCHEMA names.

Status 0: all are valid; 1: some are not; 77: there is no schema, or no python3-jsonschema to use it with.
"""

import json
import os
import sys

NOTHING_TO_CHECK_WITH = 77


def main(paths):
    schema_path = os.environ.get("GIALINT_SARIF_SCHEMA")
    if not schema_path:
        print("skipped: GIALINT_SARIF_SCHEMA names no schema")
        return NOTHING_TO_CHECK_WITH
    try:
        import jsonschema
    except ImportError:
        print("skipped: python3-jsonschema is not installed")
        return NOTHING_TO_CHECK_WITH
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    validator = jsonschema.validators.validator_for(schema)(schema)
    faults = 0
    for path in paths:
        with open(path, encoding="utf-8") as file:
            log = json.load(file)
        for error in validator.iter_errors(log):
            faults += 1
            place = "/".join(str(step) for step in error.absolute_path)
            print(f"{path}: {place}: {error.message}")
    print(f"{len(paths)} files, {faults} faults")
    return 1 if faults or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
