// title: Whom did X provide aid to, how much and when
// parameters: name=China
// What somebody only reports is shown with who says so; plans are left out. People sent: personnel-sent-by.
MATCH (a {name: $name})-[f:providedAidTo]->(b)
WHERE type(f) = 'providedAidTo' AND coalesce(f.modality, 'Asserted') IN ['Asserted', 'Reported'] AND coalesce(f.negated, false) = false
RETURN b.name AS to_whom, f.resource AS aid, f.quantity AS how_much, f.when AS when, f.attributedTo AS according_to, quote(f) AS sentence
ORDER BY to_whom
