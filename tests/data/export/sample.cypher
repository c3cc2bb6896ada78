// Put both CSV files into the import folder of Neo4j, then: cypher-shell -f THIS_FILE
// Into an empty database, faster: neo4j-admin database import full --multiline-fields=true
//   --nodes=a-nodes.csv --relationships=a-edges.csv neo4j
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
LOAD CSV WITH HEADERS FROM 'file:///a-nodes.csv' AS row
MERGE (n:Entity {id: row.`id:ID`})
SET n.`label` = row.`label:string`,
    n.`name` = row.`name:string`,
    n.`class` = row.`class:string`,
    n.`aliases` = row.`aliases:string`,
    n.`wikidata` = row.`wikidata:string`,
    n.`quantity` = row.`quantity:string`,
    n.`ofClass` = row.`ofClass:string`,
    n.`mentions` = toInteger(row.`mentions:int`),
    n.`edges` = toInteger(row.`edges:int`),
    n.`community` = toInteger(row.`community:int`),
    n.`pagerank` = toFloat(row.`pagerank:double`),
    n.`betweenness` = toFloat(row.`betweenness:double`);
LOAD CSV WITH HEADERS FROM 'file:///a-nodes.csv' AS row
WITH row WHERE row.`:LABEL` = 'Entity;Company'
MATCH (n:Entity {id: row.`id:ID`})
SET n:`Company`;
LOAD CSV WITH HEADERS FROM 'file:///a-nodes.csv' AS row
WITH row WHERE row.`:LABEL` = 'Entity;Concept'
MATCH (n:Entity {id: row.`id:ID`})
SET n:`Concept`;
LOAD CSV WITH HEADERS FROM 'file:///a-nodes.csv' AS row
WITH row WHERE row.`:LABEL` = 'Entity;CountedGroup'
MATCH (n:Entity {id: row.`id:ID`})
SET n:`CountedGroup`;
LOAD CSV WITH HEADERS FROM 'file:///a-nodes.csv' AS row
WITH row WHERE row.`:LABEL` = 'Entity;Country'
MATCH (n:Entity {id: row.`id:ID`})
SET n:`Country`;
LOAD CSV WITH HEADERS FROM 'file:///a-nodes.csv' AS row
WITH row WHERE row.`:LABEL` = 'Entity;GroupOfCountries'
MATCH (n:Entity {id: row.`id:ID`})
SET n:`GroupOfCountries`;
LOAD CSV WITH HEADERS FROM 'file:///a-nodes.csv' AS row
WITH row WHERE row.`:LABEL` = 'Entity;InternationalOrganization'
MATCH (n:Entity {id: row.`id:ID`})
SET n:`InternationalOrganization`;
LOAD CSV WITH HEADERS FROM 'file:///a-nodes.csv' AS row
WITH row WHERE row.`:LABEL` = 'Entity;Meeting'
MATCH (n:Entity {id: row.`id:ID`})
SET n:`Meeting`;
LOAD CSV WITH HEADERS FROM 'file:///a-nodes.csv' AS row
WITH row WHERE row.`:LABEL` = 'Entity;Person'
MATCH (n:Entity {id: row.`id:ID`})
SET n:`Person`;
LOAD CSV WITH HEADERS FROM 'file:///a-nodes.csv' AS row
WITH row WHERE row.`:LABEL` = 'Entity;Resource'
MATCH (n:Entity {id: row.`id:ID`})
SET n:`Resource`;
LOAD CSV WITH HEADERS FROM 'file:///a-edges.csv' AS row
WITH row WHERE row.`:TYPE` = 'attacked/denied'
MATCH (s:Entity {id: row.`:START_ID`}), (t:Entity {id: row.`:END_ID`})
MERGE (s)-[r:`attacked/denied` {id: row.`id:string`}]->(t)
SET r.`label` = row.`label:string`,
    r.`kind` = row.`kind:string`,
    r.`interaction` = row.`interaction:string`,
    r.`weight` = toFloat(row.`weight:double`),
    r.`relation` = row.`relation:string`,
    r.`modality` = row.`modality:string`,
    r.`negated` = toBoolean(row.`negated:boolean`),
    r.`symmetric` = toBoolean(row.`symmetric:boolean`),
    r.`confidence` = toFloat(row.`confidence:double`),
    r.`decision` = row.`decision:string`,
    r.`first` = row.`first:string`,
    r.`last` = row.`last:string`,
    r.`year` = toInteger(row.`year:int`),
    r.`when` = row.`when:string`,
    r.`place` = row.`place:string`,
    r.`meeting` = row.`meeting:string`,
    r.`topic` = row.`topic:string`,
    r.`resource` = row.`resource:string`,
    r.`quantity` = row.`quantity:string`,
    r.`mode` = row.`mode:string`,
    r.`context` = row.`context:string`,
    r.`office` = row.`office:string`,
    r.`content` = row.`content:string`,
    r.`attributedTo` = row.`attributedTo:string`,
    r.`facts` = row.`facts:string`,
    r.`documents` = row.`documents:string`,
    r.`evidence` = row.`evidence:string`;
LOAD CSV WITH HEADERS FROM 'file:///a-edges.csv' AS row
WITH row WHERE row.`:TYPE` = 'calledOn'
MATCH (s:Entity {id: row.`:START_ID`}), (t:Entity {id: row.`:END_ID`})
MERGE (s)-[r:`calledOn` {id: row.`id:string`}]->(t)
SET r.`label` = row.`label:string`,
    r.`kind` = row.`kind:string`,
    r.`interaction` = row.`interaction:string`,
    r.`weight` = toFloat(row.`weight:double`),
    r.`relation` = row.`relation:string`,
    r.`modality` = row.`modality:string`,
    r.`negated` = toBoolean(row.`negated:boolean`),
    r.`symmetric` = toBoolean(row.`symmetric:boolean`),
    r.`confidence` = toFloat(row.`confidence:double`),
    r.`decision` = row.`decision:string`,
    r.`first` = row.`first:string`,
    r.`last` = row.`last:string`,
    r.`year` = toInteger(row.`year:int`),
    r.`when` = row.`when:string`,
    r.`place` = row.`place:string`,
    r.`meeting` = row.`meeting:string`,
    r.`topic` = row.`topic:string`,
    r.`resource` = row.`resource:string`,
    r.`quantity` = row.`quantity:string`,
    r.`mode` = row.`mode:string`,
    r.`context` = row.`context:string`,
    r.`office` = row.`office:string`,
    r.`content` = row.`content:string`,
    r.`attributedTo` = row.`attributedTo:string`,
    r.`facts` = row.`facts:string`,
    r.`documents` = row.`documents:string`,
    r.`evidence` = row.`evidence:string`;
LOAD CSV WITH HEADERS FROM 'file:///a-edges.csv' AS row
WITH row WHERE row.`:TYPE` = 'consultedWith'
MATCH (s:Entity {id: row.`:START_ID`}), (t:Entity {id: row.`:END_ID`})
MERGE (s)-[r:`consultedWith` {id: row.`id:string`}]->(t)
SET r.`label` = row.`label:string`,
    r.`kind` = row.`kind:string`,
    r.`interaction` = row.`interaction:string`,
    r.`weight` = toFloat(row.`weight:double`),
    r.`relation` = row.`relation:string`,
    r.`modality` = row.`modality:string`,
    r.`negated` = toBoolean(row.`negated:boolean`),
    r.`symmetric` = toBoolean(row.`symmetric:boolean`),
    r.`confidence` = toFloat(row.`confidence:double`),
    r.`decision` = row.`decision:string`,
    r.`first` = row.`first:string`,
    r.`last` = row.`last:string`,
    r.`year` = toInteger(row.`year:int`),
    r.`when` = row.`when:string`,
    r.`place` = row.`place:string`,
    r.`meeting` = row.`meeting:string`,
    r.`topic` = row.`topic:string`,
    r.`resource` = row.`resource:string`,
    r.`quantity` = row.`quantity:string`,
    r.`mode` = row.`mode:string`,
    r.`context` = row.`context:string`,
    r.`office` = row.`office:string`,
    r.`content` = row.`content:string`,
    r.`attributedTo` = row.`attributedTo:string`,
    r.`facts` = row.`facts:string`,
    r.`documents` = row.`documents:string`,
    r.`evidence` = row.`evidence:string`;
LOAD CSV WITH HEADERS FROM 'file:///a-edges.csv' AS row
WITH row WHERE row.`:TYPE` = 'consultedWith/CalledFor'
MATCH (s:Entity {id: row.`:START_ID`}), (t:Entity {id: row.`:END_ID`})
MERGE (s)-[r:`consultedWith/CalledFor` {id: row.`id:string`}]->(t)
SET r.`label` = row.`label:string`,
    r.`kind` = row.`kind:string`,
    r.`interaction` = row.`interaction:string`,
    r.`weight` = toFloat(row.`weight:double`),
    r.`relation` = row.`relation:string`,
    r.`modality` = row.`modality:string`,
    r.`negated` = toBoolean(row.`negated:boolean`),
    r.`symmetric` = toBoolean(row.`symmetric:boolean`),
    r.`confidence` = toFloat(row.`confidence:double`),
    r.`decision` = row.`decision:string`,
    r.`first` = row.`first:string`,
    r.`last` = row.`last:string`,
    r.`year` = toInteger(row.`year:int`),
    r.`when` = row.`when:string`,
    r.`place` = row.`place:string`,
    r.`meeting` = row.`meeting:string`,
    r.`topic` = row.`topic:string`,
    r.`resource` = row.`resource:string`,
    r.`quantity` = row.`quantity:string`,
    r.`mode` = row.`mode:string`,
    r.`context` = row.`context:string`,
    r.`office` = row.`office:string`,
    r.`content` = row.`content:string`,
    r.`attributedTo` = row.`attributedTo:string`,
    r.`facts` = row.`facts:string`,
    r.`documents` = row.`documents:string`,
    r.`evidence` = row.`evidence:string`;
LOAD CSV WITH HEADERS FROM 'file:///a-edges.csv' AS row
WITH row WHERE row.`:TYPE` = 'consultedWith/Planned'
MATCH (s:Entity {id: row.`:START_ID`}), (t:Entity {id: row.`:END_ID`})
MERGE (s)-[r:`consultedWith/Planned` {id: row.`id:string`}]->(t)
SET r.`label` = row.`label:string`,
    r.`kind` = row.`kind:string`,
    r.`interaction` = row.`interaction:string`,
    r.`weight` = toFloat(row.`weight:double`),
    r.`relation` = row.`relation:string`,
    r.`modality` = row.`modality:string`,
    r.`negated` = toBoolean(row.`negated:boolean`),
    r.`symmetric` = toBoolean(row.`symmetric:boolean`),
    r.`confidence` = toFloat(row.`confidence:double`),
    r.`decision` = row.`decision:string`,
    r.`first` = row.`first:string`,
    r.`last` = row.`last:string`,
    r.`year` = toInteger(row.`year:int`),
    r.`when` = row.`when:string`,
    r.`place` = row.`place:string`,
    r.`meeting` = row.`meeting:string`,
    r.`topic` = row.`topic:string`,
    r.`resource` = row.`resource:string`,
    r.`quantity` = row.`quantity:string`,
    r.`mode` = row.`mode:string`,
    r.`context` = row.`context:string`,
    r.`office` = row.`office:string`,
    r.`content` = row.`content:string`,
    r.`attributedTo` = row.`attributedTo:string`,
    r.`facts` = row.`facts:string`,
    r.`documents` = row.`documents:string`,
    r.`evidence` = row.`evidence:string`;
LOAD CSV WITH HEADERS FROM 'file:///a-edges.csv' AS row
WITH row WHERE row.`:TYPE` = 'cooperatedWith'
MATCH (s:Entity {id: row.`:START_ID`}), (t:Entity {id: row.`:END_ID`})
MERGE (s)-[r:`cooperatedWith` {id: row.`id:string`}]->(t)
SET r.`label` = row.`label:string`,
    r.`kind` = row.`kind:string`,
    r.`interaction` = row.`interaction:string`,
    r.`weight` = toFloat(row.`weight:double`),
    r.`relation` = row.`relation:string`,
    r.`modality` = row.`modality:string`,
    r.`negated` = toBoolean(row.`negated:boolean`),
    r.`symmetric` = toBoolean(row.`symmetric:boolean`),
    r.`confidence` = toFloat(row.`confidence:double`),
    r.`decision` = row.`decision:string`,
    r.`first` = row.`first:string`,
    r.`last` = row.`last:string`,
    r.`year` = toInteger(row.`year:int`),
    r.`when` = row.`when:string`,
    r.`place` = row.`place:string`,
    r.`meeting` = row.`meeting:string`,
    r.`topic` = row.`topic:string`,
    r.`resource` = row.`resource:string`,
    r.`quantity` = row.`quantity:string`,
    r.`mode` = row.`mode:string`,
    r.`context` = row.`context:string`,
    r.`office` = row.`office:string`,
    r.`content` = row.`content:string`,
    r.`attributedTo` = row.`attributedTo:string`,
    r.`facts` = row.`facts:string`,
    r.`documents` = row.`documents:string`,
    r.`evidence` = row.`evidence:string`;
LOAD CSV WITH HEADERS FROM 'file:///a-edges.csv' AS row
WITH row WHERE row.`:TYPE` = 'holdsOfficeIn'
MATCH (s:Entity {id: row.`:START_ID`}), (t:Entity {id: row.`:END_ID`})
MERGE (s)-[r:`holdsOfficeIn` {id: row.`id:string`}]->(t)
SET r.`label` = row.`label:string`,
    r.`kind` = row.`kind:string`,
    r.`interaction` = row.`interaction:string`,
    r.`weight` = toFloat(row.`weight:double`),
    r.`relation` = row.`relation:string`,
    r.`modality` = row.`modality:string`,
    r.`negated` = toBoolean(row.`negated:boolean`),
    r.`symmetric` = toBoolean(row.`symmetric:boolean`),
    r.`confidence` = toFloat(row.`confidence:double`),
    r.`decision` = row.`decision:string`,
    r.`first` = row.`first:string`,
    r.`last` = row.`last:string`,
    r.`year` = toInteger(row.`year:int`),
    r.`when` = row.`when:string`,
    r.`place` = row.`place:string`,
    r.`meeting` = row.`meeting:string`,
    r.`topic` = row.`topic:string`,
    r.`resource` = row.`resource:string`,
    r.`quantity` = row.`quantity:string`,
    r.`mode` = row.`mode:string`,
    r.`context` = row.`context:string`,
    r.`office` = row.`office:string`,
    r.`content` = row.`content:string`,
    r.`attributedTo` = row.`attributedTo:string`,
    r.`facts` = row.`facts:string`,
    r.`documents` = row.`documents:string`,
    r.`evidence` = row.`evidence:string`;
LOAD CSV WITH HEADERS FROM 'file:///a-edges.csv' AS row
WITH row WHERE row.`:TYPE` = 'metWith'
MATCH (s:Entity {id: row.`:START_ID`}), (t:Entity {id: row.`:END_ID`})
MERGE (s)-[r:`metWith` {id: row.`id:string`}]->(t)
SET r.`label` = row.`label:string`,
    r.`kind` = row.`kind:string`,
    r.`interaction` = row.`interaction:string`,
    r.`weight` = toFloat(row.`weight:double`),
    r.`relation` = row.`relation:string`,
    r.`modality` = row.`modality:string`,
    r.`negated` = toBoolean(row.`negated:boolean`),
    r.`symmetric` = toBoolean(row.`symmetric:boolean`),
    r.`confidence` = toFloat(row.`confidence:double`),
    r.`decision` = row.`decision:string`,
    r.`first` = row.`first:string`,
    r.`last` = row.`last:string`,
    r.`year` = toInteger(row.`year:int`),
    r.`when` = row.`when:string`,
    r.`place` = row.`place:string`,
    r.`meeting` = row.`meeting:string`,
    r.`topic` = row.`topic:string`,
    r.`resource` = row.`resource:string`,
    r.`quantity` = row.`quantity:string`,
    r.`mode` = row.`mode:string`,
    r.`context` = row.`context:string`,
    r.`office` = row.`office:string`,
    r.`content` = row.`content:string`,
    r.`attributedTo` = row.`attributedTo:string`,
    r.`facts` = row.`facts:string`,
    r.`documents` = row.`documents:string`,
    r.`evidence` = row.`evidence:string`;
LOAD CSV WITH HEADERS FROM 'file:///a-edges.csv' AS row
WITH row WHERE row.`:TYPE` = 'metWith/Planned'
MATCH (s:Entity {id: row.`:START_ID`}), (t:Entity {id: row.`:END_ID`})
MERGE (s)-[r:`metWith/Planned` {id: row.`id:string`}]->(t)
SET r.`label` = row.`label:string`,
    r.`kind` = row.`kind:string`,
    r.`interaction` = row.`interaction:string`,
    r.`weight` = toFloat(row.`weight:double`),
    r.`relation` = row.`relation:string`,
    r.`modality` = row.`modality:string`,
    r.`negated` = toBoolean(row.`negated:boolean`),
    r.`symmetric` = toBoolean(row.`symmetric:boolean`),
    r.`confidence` = toFloat(row.`confidence:double`),
    r.`decision` = row.`decision:string`,
    r.`first` = row.`first:string`,
    r.`last` = row.`last:string`,
    r.`year` = toInteger(row.`year:int`),
    r.`when` = row.`when:string`,
    r.`place` = row.`place:string`,
    r.`meeting` = row.`meeting:string`,
    r.`topic` = row.`topic:string`,
    r.`resource` = row.`resource:string`,
    r.`quantity` = row.`quantity:string`,
    r.`mode` = row.`mode:string`,
    r.`context` = row.`context:string`,
    r.`office` = row.`office:string`,
    r.`content` = row.`content:string`,
    r.`attributedTo` = row.`attributedTo:string`,
    r.`facts` = row.`facts:string`,
    r.`documents` = row.`documents:string`,
    r.`evidence` = row.`evidence:string`;
LOAD CSV WITH HEADERS FROM 'file:///a-edges.csv' AS row
WITH row WHERE row.`:TYPE` = 'providedAidTo'
MATCH (s:Entity {id: row.`:START_ID`}), (t:Entity {id: row.`:END_ID`})
MERGE (s)-[r:`providedAidTo` {id: row.`id:string`}]->(t)
SET r.`label` = row.`label:string`,
    r.`kind` = row.`kind:string`,
    r.`interaction` = row.`interaction:string`,
    r.`weight` = toFloat(row.`weight:double`),
    r.`relation` = row.`relation:string`,
    r.`modality` = row.`modality:string`,
    r.`negated` = toBoolean(row.`negated:boolean`),
    r.`symmetric` = toBoolean(row.`symmetric:boolean`),
    r.`confidence` = toFloat(row.`confidence:double`),
    r.`decision` = row.`decision:string`,
    r.`first` = row.`first:string`,
    r.`last` = row.`last:string`,
    r.`year` = toInteger(row.`year:int`),
    r.`when` = row.`when:string`,
    r.`place` = row.`place:string`,
    r.`meeting` = row.`meeting:string`,
    r.`topic` = row.`topic:string`,
    r.`resource` = row.`resource:string`,
    r.`quantity` = row.`quantity:string`,
    r.`mode` = row.`mode:string`,
    r.`context` = row.`context:string`,
    r.`office` = row.`office:string`,
    r.`content` = row.`content:string`,
    r.`attributedTo` = row.`attributedTo:string`,
    r.`facts` = row.`facts:string`,
    r.`documents` = row.`documents:string`,
    r.`evidence` = row.`evidence:string`;
LOAD CSV WITH HEADERS FROM 'file:///a-edges.csv' AS row
WITH row WHERE row.`:TYPE` = 'providedAidTo/Reported'
MATCH (s:Entity {id: row.`:START_ID`}), (t:Entity {id: row.`:END_ID`})
MERGE (s)-[r:`providedAidTo/Reported` {id: row.`id:string`}]->(t)
SET r.`label` = row.`label:string`,
    r.`kind` = row.`kind:string`,
    r.`interaction` = row.`interaction:string`,
    r.`weight` = toFloat(row.`weight:double`),
    r.`relation` = row.`relation:string`,
    r.`modality` = row.`modality:string`,
    r.`negated` = toBoolean(row.`negated:boolean`),
    r.`symmetric` = toBoolean(row.`symmetric:boolean`),
    r.`confidence` = toFloat(row.`confidence:double`),
    r.`decision` = row.`decision:string`,
    r.`first` = row.`first:string`,
    r.`last` = row.`last:string`,
    r.`year` = toInteger(row.`year:int`),
    r.`when` = row.`when:string`,
    r.`place` = row.`place:string`,
    r.`meeting` = row.`meeting:string`,
    r.`topic` = row.`topic:string`,
    r.`resource` = row.`resource:string`,
    r.`quantity` = row.`quantity:string`,
    r.`mode` = row.`mode:string`,
    r.`context` = row.`context:string`,
    r.`office` = row.`office:string`,
    r.`content` = row.`content:string`,
    r.`attributedTo` = row.`attributedTo:string`,
    r.`facts` = row.`facts:string`,
    r.`documents` = row.`documents:string`,
    r.`evidence` = row.`evidence:string`;
LOAD CSV WITH HEADERS FROM 'file:///a-edges.csv' AS row
WITH row WHERE row.`:TYPE` = 'providedAidTo/Reported/denied'
MATCH (s:Entity {id: row.`:START_ID`}), (t:Entity {id: row.`:END_ID`})
MERGE (s)-[r:`providedAidTo/Reported/denied` {id: row.`id:string`}]->(t)
SET r.`label` = row.`label:string`,
    r.`kind` = row.`kind:string`,
    r.`interaction` = row.`interaction:string`,
    r.`weight` = toFloat(row.`weight:double`),
    r.`relation` = row.`relation:string`,
    r.`modality` = row.`modality:string`,
    r.`negated` = toBoolean(row.`negated:boolean`),
    r.`symmetric` = toBoolean(row.`symmetric:boolean`),
    r.`confidence` = toFloat(row.`confidence:double`),
    r.`decision` = row.`decision:string`,
    r.`first` = row.`first:string`,
    r.`last` = row.`last:string`,
    r.`year` = toInteger(row.`year:int`),
    r.`when` = row.`when:string`,
    r.`place` = row.`place:string`,
    r.`meeting` = row.`meeting:string`,
    r.`topic` = row.`topic:string`,
    r.`resource` = row.`resource:string`,
    r.`quantity` = row.`quantity:string`,
    r.`mode` = row.`mode:string`,
    r.`context` = row.`context:string`,
    r.`office` = row.`office:string`,
    r.`content` = row.`content:string`,
    r.`attributedTo` = row.`attributedTo:string`,
    r.`facts` = row.`facts:string`,
    r.`documents` = row.`documents:string`,
    r.`evidence` = row.`evidence:string`;
LOAD CSV WITH HEADERS FROM 'file:///a-edges.csv' AS row
WITH row WHERE row.`:TYPE` = 'supported/Hypothetical'
MATCH (s:Entity {id: row.`:START_ID`}), (t:Entity {id: row.`:END_ID`})
MERGE (s)-[r:`supported/Hypothetical` {id: row.`id:string`}]->(t)
SET r.`label` = row.`label:string`,
    r.`kind` = row.`kind:string`,
    r.`interaction` = row.`interaction:string`,
    r.`weight` = toFloat(row.`weight:double`),
    r.`relation` = row.`relation:string`,
    r.`modality` = row.`modality:string`,
    r.`negated` = toBoolean(row.`negated:boolean`),
    r.`symmetric` = toBoolean(row.`symmetric:boolean`),
    r.`confidence` = toFloat(row.`confidence:double`),
    r.`decision` = row.`decision:string`,
    r.`first` = row.`first:string`,
    r.`last` = row.`last:string`,
    r.`year` = toInteger(row.`year:int`),
    r.`when` = row.`when:string`,
    r.`place` = row.`place:string`,
    r.`meeting` = row.`meeting:string`,
    r.`topic` = row.`topic:string`,
    r.`resource` = row.`resource:string`,
    r.`quantity` = row.`quantity:string`,
    r.`mode` = row.`mode:string`,
    r.`context` = row.`context:string`,
    r.`office` = row.`office:string`,
    r.`content` = row.`content:string`,
    r.`attributedTo` = row.`attributedTo:string`,
    r.`facts` = row.`facts:string`,
    r.`documents` = row.`documents:string`,
    r.`evidence` = row.`evidence:string`;
LOAD CSV WITH HEADERS FROM 'file:///a-edges.csv' AS row
WITH row WHERE row.`:TYPE` = 'supported/Obligation'
MATCH (s:Entity {id: row.`:START_ID`}), (t:Entity {id: row.`:END_ID`})
MERGE (s)-[r:`supported/Obligation` {id: row.`id:string`}]->(t)
SET r.`label` = row.`label:string`,
    r.`kind` = row.`kind:string`,
    r.`interaction` = row.`interaction:string`,
    r.`weight` = toFloat(row.`weight:double`),
    r.`relation` = row.`relation:string`,
    r.`modality` = row.`modality:string`,
    r.`negated` = toBoolean(row.`negated:boolean`),
    r.`symmetric` = toBoolean(row.`symmetric:boolean`),
    r.`confidence` = toFloat(row.`confidence:double`),
    r.`decision` = row.`decision:string`,
    r.`first` = row.`first:string`,
    r.`last` = row.`last:string`,
    r.`year` = toInteger(row.`year:int`),
    r.`when` = row.`when:string`,
    r.`place` = row.`place:string`,
    r.`meeting` = row.`meeting:string`,
    r.`topic` = row.`topic:string`,
    r.`resource` = row.`resource:string`,
    r.`quantity` = row.`quantity:string`,
    r.`mode` = row.`mode:string`,
    r.`context` = row.`context:string`,
    r.`office` = row.`office:string`,
    r.`content` = row.`content:string`,
    r.`attributedTo` = row.`attributedTo:string`,
    r.`facts` = row.`facts:string`,
    r.`documents` = row.`documents:string`,
    r.`evidence` = row.`evidence:string`;
LOAD CSV WITH HEADERS FROM 'file:///a-edges.csv' AS row
WITH row WHERE row.`:TYPE` = 'visited/Planned'
MATCH (s:Entity {id: row.`:START_ID`}), (t:Entity {id: row.`:END_ID`})
MERGE (s)-[r:`visited/Planned` {id: row.`id:string`}]->(t)
SET r.`label` = row.`label:string`,
    r.`kind` = row.`kind:string`,
    r.`interaction` = row.`interaction:string`,
    r.`weight` = toFloat(row.`weight:double`),
    r.`relation` = row.`relation:string`,
    r.`modality` = row.`modality:string`,
    r.`negated` = toBoolean(row.`negated:boolean`),
    r.`symmetric` = toBoolean(row.`symmetric:boolean`),
    r.`confidence` = toFloat(row.`confidence:double`),
    r.`decision` = row.`decision:string`,
    r.`first` = row.`first:string`,
    r.`last` = row.`last:string`,
    r.`year` = toInteger(row.`year:int`),
    r.`when` = row.`when:string`,
    r.`place` = row.`place:string`,
    r.`meeting` = row.`meeting:string`,
    r.`topic` = row.`topic:string`,
    r.`resource` = row.`resource:string`,
    r.`quantity` = row.`quantity:string`,
    r.`mode` = row.`mode:string`,
    r.`context` = row.`context:string`,
    r.`office` = row.`office:string`,
    r.`content` = row.`content:string`,
    r.`attributedTo` = row.`attributedTo:string`,
    r.`facts` = row.`facts:string`,
    r.`documents` = row.`documents:string`,
    r.`evidence` = row.`evidence:string`;
