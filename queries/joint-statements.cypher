// title: Who made joint calls or statements with whom, and where are they from
MATCH (a)-[f:jointlyStatedWith]->(b)
WHERE startNode(f) = a
OPTIONAL MATCH (b)-[:affiliatedWith|memberOf|partOf|locatedIn]->(c)
RETURN a.name AS who, b.name AS with_whom, collect(DISTINCT c.name) AS of, f.when AS when, quote(f) AS sentence
ORDER BY who, with_whom
