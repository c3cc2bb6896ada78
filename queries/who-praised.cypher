// title: Who praised X
// parameters: name=China
// What somebody only reports is shown with who says so.
MATCH (a)-[f:praised]->(b {name: $name})
WHERE coalesce(f.modality, 'Asserted') IN ['Asserted', 'Reported'] AND coalesce(f.negated, false) = false
RETURN a.name AS who, f.topic AS for, f.attributedTo AS according_to, quote(f) AS sentence
ORDER BY who
