// title: What did X announce, where, and what is done or planned about it
// parameters: who='Xi Jinping'
MATCH (a {name: $who})-[f:announced]->(x)
OPTIONAL MATCH (b)-[g:implemented|supported]->(x)
WHERE coalesce(g.modality, 'Asserted') <> 'Hypothetical' AND coalesce(g.negated, false) = false
RETURN x.name AS announced, f.meeting AS at, f.when AS when, quote(f) AS sentence,
       collect(DISTINCT CASE WHEN b IS NOT NULL THEN {who: b.name, does: type(g), modality: g.modality} END) AS then
ORDER BY announced, at
