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


def found(query):
    return base.execute(query).fetchall()


def days(rows):
    return {tuple(str(cell) for cell in row) for row in rows}


stand = found('SELECT team, "from", "to", exported_on FROM packages ORDER BY ALL')
left_out = found("SELECT folder FROM every_package WHERE folder NOT IN (SELECT folder FROM packages) ORDER BY ALL")
missing = found('SELECT team, "from", "to" FROM missing ORDER BY ALL')
added = found('SELECT measure, "table", "group", part, count, at_least FROM added ORDER BY ALL')
people = found("SELECT quarter, people, several FROM people_once ORDER BY quarter")
print(len(stand), "packages stand; left out:", ", ".join(folder for (folder,) in left_out) or "none")
print("days that only those have:", *(" ".join(row) for row in sorted(days(missing))), sep="\n")
print(*added[:12], f"and {max(0, len(added) - 12)} more", "people, once each:", *people, sep="\n")

program = sys.argv[1] if len(sys.argv) > 1 else "alongside"
packages = sorted(str(path.parent) for path in pathlib.Path("packages").glob("*/datapackage.json"))
said = json.loads(subprocess.check_output([program, "evidence", "combine", *packages, "--as", "json"]))


def ours(sheet, *columns):
    return {tuple(row[column] for column in columns) for row in said[sheet]}


figures = {
    (row["measure"], row["table"], row["group"], row["part"], row["count"], row["at_least"] or row["hidden"])
    for row in said["figures"]
}
once = {(row["quarter"], row["count"], row["several"]) for row in said["people"] if row["kind"] == "all"}
different = [
    days(stand) ^ ours("packages", "team", "from", "to", "exported_on"),
    days(missing) ^ ours("missing", "team", "from", "to"),
    set(added) ^ figures,
    set(people) ^ once,
]
print(f"DIFFERENT: {different}" if any(different) else "The program finds the same.")
sys.exit(any(different))
