// title: How are X and Y tied, by the shortest way
// parameters: from='Charles Michel', to='European Commission'
MATCH p = ANY SHORTEST (a {name: $from})-[]-{1,6}(b {name: $to})
RETURN p AS path, length(p) AS steps, [f IN relationships(p) | quote(f)] AS sentences
