// title: Which meetings did X take part in, and how
// parameters: who='Xi Jinping'
// Attended, chaired, spoke at: one line a meeting. Messages to a meeting are in messages-to-meetings.
MATCH (a {name: $who})-[f:attended]->(m)
RETURN m.name AS meeting, collect(DISTINCT type(f)) AS roles, collect(DISTINCT f.when) AS when, collect(DISTINCT quote(f)) AS sentences
ORDER BY meeting
