"""What a pipeline runs and keeps: commands.py run|files FILE, for a workflow of GitHub or a job of GitLab.

`run` prints the lines of shell, without those that install gialint; `files` the files that it uploads.
"""
import sys

import yaml

what, path = sys.argv[1:]
with open(path, encoding="utf-8") as stream:
    pipeline = yaml.safe_load(stream)

runs, files = [], []
if "jobs" in pipeline:
    for step in (step for job in pipeline["jobs"].values() for step in job["steps"]):
        if "run" in step and step["name"] != "install gialint":
            runs.append(step["run"].rstrip("\n"))
        files += [value for key, value in step.get("with", {}).items() if key.endswith("_file")]
else:
    for job in pipeline.values():
        runs += job["script"]
        files += job["artifacts"]["reports"].values()
print("\n".join(runs if what == "run" else files))
