// title: To which meetings did X only send a message
// parameters: who='Xi Jinping'
MATCH (a {name: $who})-[f:sentMessageTo]->(m:Meeting)
WHERE NOT (a)-[:attended]->(m)
RETURN m.name AS meeting, type(f) AS relation, f.mode AS mode, f.when AS when, quote(f) AS sentence
ORDER BY meeting, relation
