-- Packages of several teams in DuckDB, as they were written: nothing is changed or loaded first.
-- Run it where the folder `packages` is, with one folder in it for each package.

-- Every package, and its place in the order in which a team's stand: the one exported last first; of one day's the one of
-- more days; of those the one whose folder is last by name.
CREATE OR REPLACE VIEW every_package AS
SELECT parse_path(filename)[-2] AS folder, team, "from", "to", exported_on, key_check,
       row_number() OVER (PARTITION BY team ORDER BY exported_on DESC, "to" - "from" DESC, folder DESC) AS place
FROM read_csv('packages/*/package.csv', header = true, filename = true, nullstr = '',
     types = {'team': 'VARCHAR', 'from': 'DATE', 'to': 'DATE', 'exported_on': 'DATE', 'key_check': 'VARCHAR'});

-- Each day of a team once: in that order, a package stands where it shares no day with one that stands already. A package
-- that is left out leaves no other out.
CREATE OR REPLACE VIEW packages AS
WITH RECURSIVE taken AS (
  SELECT team, place, true AS stands, [{'first': "from", 'last': "to"}] AS days FROM every_package WHERE place = 1
  UNION ALL
  SELECT team, place, stands,
         CASE WHEN stands THEN list_append(days, {'first': "from", 'last': "to"}) ELSE days END
  FROM (
    SELECT p.team, p.place, p."from", p."to", t.days,
           len([day FOR day IN t.days IF day.first <= p."to" AND p."from" <= day.last]) = 0 AS stands
    FROM taken t JOIN every_package p ON p.team = t.team AND p.place = t.place + 1
  )
)
SELECT p.* EXCLUDE (place) FROM every_package p JOIN taken t ON (t.team, t.place) = (p.team, p.place) WHERE t.stands;

-- Days of a team that only packages left out have: what is lost by counting each day once.
CREATE OR REPLACE VIEW missing AS
WITH every_day AS (
  SELECT DISTINCT team, unnest(generate_series("from", "to", INTERVAL 1 DAY))::DATE AS day FROM every_package
), lost AS (
  SELECT team, day FROM every_day e
  WHERE NOT EXISTS (FROM packages p WHERE p.team = e.team AND e.day BETWEEN p."from" AND p."to")
), run AS (
  SELECT team, day, day - row_number() OVER (PARTITION BY team ORDER BY day)::INTEGER AS began FROM lost
)
SELECT team, min(day) AS "from", max(day) AS "to" FROM run GROUP BY team, began;

CREATE OR REPLACE VIEW tables AS
SELECT p.team, p."from", p."to", t.* EXCLUDE (filename)
FROM read_csv('packages/*/tables.csv', header = true, filename = true, nullstr = '',
     types = {'total': 'BIGINT', 'hidden': 'BOOLEAN'}) t
JOIN packages p ON p.folder = parse_path(t.filename)[-2];

CREATE OR REPLACE VIEW figures AS
SELECT p.team, p."from", p."to", f.* EXCLUDE (filename)
FROM read_csv('packages/*/figures.csv', header = true, filename = true, nullstr = '',
     types = {'group': 'VARCHAR', 'part': 'VARCHAR', 'count': 'BIGINT', 'hidden': 'BOOLEAN'}) f
JOIN packages p ON p.folder = parse_path(f.filename)[-2];

CREATE OR REPLACE VIEW people AS
SELECT p.team, p.key_check, r.* EXCLUDE (filename)
FROM read_csv('packages/*/people/*.csv', header = true, filename = true, nullstr = '',
     types = {'person': 'VARCHAR', 'quarter': 'VARCHAR', 'kind': 'VARCHAR'}) r
JOIN packages p ON p.folder = parse_path(r.filename)[-3];

-- How many in each group. A part that a team hides makes it "at least". People are not added: a person may be of two
-- teams.
CREATE OR REPLACE VIEW added AS
SELECT f.measure, f."table", f."group", f.part,
       CASE WHEN bool_or(f.hidden) AND coalesce(sum(f.count), 0) = 0 THEN NULL ELSE sum(f.count) END AS count,
       bool_or(f.hidden) AS at_least
FROM figures f
JOIN tables t
  ON (t.team, t."from", t."to", t.measure, t."table") = (f.team, f."from", f."to", f.measure, f."table")
WHERE t."of" <> 'people'
GROUP BY ALL;

-- People once each, a quarter at a time; a few of more than one team are hidden, and with them the whole. A key that
-- some packages do not share makes this wrong: then there is none.
CREATE OR REPLACE VIEW people_once AS
WITH each AS (
  SELECT quarter, person, count(DISTINCT team) AS teams FROM people
  WHERE (SELECT count(DISTINCT key_check) FROM packages) = 1
  GROUP BY ALL
), counted AS (
  SELECT quarter, count(*) AS people, count(*) FILTER (teams > 1) AS several FROM each GROUP BY quarter
)
SELECT quarter,
       CASE WHEN several BETWEEN 1 AND 4 THEN NULL ELSE people END AS people,
       CASE WHEN several BETWEEN 1 AND 4 THEN NULL ELSE several END AS several
FROM counted;

FROM missing ORDER BY ALL;
FROM added ORDER BY ALL;
FROM people_once ORDER BY quarter;
