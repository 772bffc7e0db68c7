"""Runs combine.sql over the folder `packages` here, prints what it finds, and says whether `alongside evidence combine`
finds the same. Needs: pip install duckdb. Usage: python3 check.py [the program, else alongside]"""

import json
import pathlib
import subprocess
import sys

import duckdb

here = pathlib.Path(__file__).parent
base = duckdb.connect()
base.execute((here / "combine.sql").read_text(encoding="utf-8")).fetchall()
added = base.execute('SELECT measure, "table", "group", part, count, at_least FROM added ORDER BY ALL').fetchall()
people = base.execute("SELECT quarter, people, several FROM people_once ORDER BY quarter").fetchall()
print(*added[:12], f"and {len(added) - 12} more", "people, once each:", *people, sep="\n")

program = sys.argv[1] if len(sys.argv) > 1 else "alongside"
packages = sorted(str(path.parent) for path in pathlib.Path("packages").glob("*/datapackage.json"))
said = json.loads(subprocess.check_output([program, "evidence", "combine", *packages, "--as", "json"]))
ours = {
    (row["measure"], row["table"], row["group"], row["part"], row["count"], row["at_least"] or row["hidden"])
    for row in said["figures"]
}
ours_people = {
    (row["quarter"], row["count"], row["several"]) for row in said["people"] if row["kind"] is None
}
same = ours == set(added) and ours_people == set(people)
print("The program finds the same." if same else f"DIFFERENT: {ours ^ set(added)} {ours_people ^ set(people)}")
sys.exit(not same)
