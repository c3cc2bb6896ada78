// title: Whom did X inform, or share what it knows with
// parameters: name=China
// What somebody only reports is shown with who says so.
MATCH (a {name: $name})-[f:informed]->(b)
WHERE coalesce(f.modality, 'Asserted') IN ['Asserted', 'Reported'] AND coalesce(f.negated, false) = false
RETURN b.name AS whom, f.topic AS about, f.resource AS what, f.when AS when, f.attributedTo AS according_to, quote(f) AS sentence
ORDER BY whom
