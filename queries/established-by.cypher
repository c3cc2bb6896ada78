// title: What did X establish, and what did it only explore or plan
// parameters: name=China
MATCH (a {name: $name})-[f:established|proposed]->(b)
WHERE coalesce(f.modality, 'Asserted') <> 'Hypothetical' AND coalesce(f.negated, false) = false
RETURN b.name AS what, type(f) AS relation, f.modality AS modality, f.when AS when, quote(f) AS sentence
ORDER BY modality, relation, what
