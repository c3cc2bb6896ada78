// title: Who holds which office
MATCH (a)-[f:holdsOfficeIn]->(b)
RETURN a.name AS who, f.office AS office, b.name AS body, f.when AS when, quote(f) AS sentence
ORDER BY body, who, office
