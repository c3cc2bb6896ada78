// title: Who cooperated with whom
// Worked together, talked, stated or agreed together, aided, sold to, informed, mediated. What somebody only reports is
// shown with who says so.
MATCH (a)-[f:cooperated]->(b)
WHERE startNode(f) = a AND coalesce(f.modality, 'Asserted') IN ['Asserted', 'Reported'] AND coalesce(f.negated, false) = false
RETURN a.name AS who, type(f) AS relation, b.name AS with_whom, f.when AS when, f.attributedTo AS according_to, quote(f) AS sentence
ORDER BY who, relation, with_whom
