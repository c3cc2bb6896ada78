// title: Who cooperates most: facts and partners of each actor
// parameters: most=20
MATCH (a)-[f:cooperated]->(b)
WHERE startNode(f) = a
RETURN a.name AS who, count(f) AS facts, count(DISTINCT b) AS partners
ORDER BY facts DESC, who
LIMIT $most
