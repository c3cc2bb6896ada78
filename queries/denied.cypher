// title: What is denied, and what does somebody only claim
MATCH (a)-[f]->(b)
WHERE (f.negated = true OR f.modality = 'Reported') AND startNode(f) = a
RETURN a.name AS who, type(f) AS relation, b.name AS object, f.negated AS denied, f.attributedTo AS according_to, quote(f) AS sentence
ORDER BY who, relation, object
