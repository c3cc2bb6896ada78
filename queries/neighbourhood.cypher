// title: Everything that ties X to its neighbours
// parameters: name=China
MATCH (a {name: $name})-[f]-(b)
RETURN CASE WHEN startNode(f) = a THEN type(f) + ' ->' ELSE '<- ' + type(f) END AS tie, b.name AS neighbour, head(labels(b)) AS class,
       f.when AS when, f.confidence AS confidence, quote(f) AS sentence
ORDER BY neighbour, tie
