// title: Who praised X
// parameters: name=China
MATCH (a)-[f:praised]->(b {name: $name})
RETURN a.name AS who, f.topic AS for, quote(f) AS sentence
ORDER BY who
