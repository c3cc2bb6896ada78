// title: What does X plan or owe, according to whom: plans and duties, not facts
// parameters: name=China
MATCH (a {name: $name})-[f]->(b)
WHERE f.modality IN ['Planned', 'Obligation', 'CalledFor'] AND coalesce(f.negated, false) = false AND startNode(f) = a
RETURN f.modality AS modality, type(f) AS relation, b.name AS object, f.when AS when, f.attributedTo AS according_to, quote(f) AS sentence
ORDER BY modality, relation, object
