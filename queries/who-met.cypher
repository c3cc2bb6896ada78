// title: Whom did X meet, and what office does X hold
// parameters: name='Charles Michel'
MATCH (a {name: $name})-[f:metWith]-(b)
OPTIONAL MATCH (a)-[o:holdsOfficeIn]->(body)
RETURN a.name AS name, collect(DISTINCT coalesce(o.office, body.name)) AS offices, b.name AS met, f.when AS when, quote(f) AS sentence
ORDER BY met, when
