// title: To whom did X send people, who and how many
// parameters: name=China
MATCH (a {name: $name})-[f:sentPersonnelTo]->(b)
RETURN b.name AS to_whom, f.resource AS people, f.quantity AS how_many, f.when AS when, quote(f) AS sentence
ORDER BY to_whom
