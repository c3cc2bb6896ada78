// title: What did X export, how much and to whom
// parameters: name=China
MATCH (a {name: $name})-[f:exportedTo]->(b)
RETURN b.name AS to_whom, f.resource AS goods, f.quantity AS how_much, f.when AS when, quote(f) AS sentence
ORDER BY to_whom, how_much
