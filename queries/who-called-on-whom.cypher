// title: Who called on whom to do what
// parameters: who=''
// Leave $who empty for everybody.
MATCH (a)-[f:calledOn|demandedFrom]->(b)
WHERE ($who = '' OR a.name = $who OR $who IN a.aliases) AND coalesce(f.modality, 'Asserted') IN ['Asserted', 'CalledFor', 'Reported'] AND coalesce(f.negated, false) = false
RETURN a.name AS who, b.name AS whom, f.content AS to_do, f.when AS when, f.attributedTo AS according_to, quote(f) AS sentence
ORDER BY who, whom, to_do
