// The graph, what of it is shown, and what is chosen. Knows nothing of the drawing.
let data, nodes, edges, byDegree, nodeById, edgeByKey;

/** Another graph takes the place of the one that is shown. */
function takeGraph(json) {
  data = json;
  nodes = data.nodes.map(([id, label, cls, aliases, wikidata, mentions, x, y, community = 0, pagerank = 0, betweenness = 0], number) => (
    { number, id, label, cls, aliases, wikidata, mentions, x, y: -y, community, pagerank, betweenness, edges: [], shown: true, degree: 0, size: 4,
      names: [label, ...aliases, id].map(plain) }));
  edges = data.edges.map(([source, target, kind, confidence, weight, first, last, passages, details, facts], number) => (
    { number, source: nodes[source], target: nodes[target], kind: data.kinds[kind], confidence, weight, first, last,
      passages, details, facts, shown: true, bend: 0 }));
  for (const edge of edges) {
    edge.relation = data.relations[edge.kind.relation];
    const { modality, negated, decision } = edge.kind;
    edge.mode = modality + (negated ? ", denied" : "") + (decision === "denied" ? ", denied by a person" : "");
    edge.line = negated || decision === "denied" ? "dotted" : modality === "Asserted" ? "solid" : "dashed";
    edge.key = edge.source.id + "~" + edge.kind.kind + "~" + edge.target.id;
    edge.source.edges.push(edge);
    if (edge.target !== edge.source) edge.target.edges.push(edge);
  }
  byDegree = [...nodes].sort((a, b) => b.edges.length - a.edges.length || a.number - b.number);
  nodeById = new Map(nodes.map((node) => [node.id, node]));
  edgeByKey = new Map(edges.map((edge) => [edge.key, edge]));
  bendParallels();
}

/** Letters as they are compared: no case, no accents. */
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Edges of the same two ends, so that they are drawn beside each other. */
function bendParallels() {
  const pairs = new Map();
  for (const edge of edges) {
    const [a, b] = [edge.source.number, edge.target.number].sort((x, y) => x - y);
    const key = a + " " + b;
    if (!pairs.has(key)) pairs.set(key, []);
    pairs.get(key).push(edge);
  }
  for (const all of pairs.values()) {
    all.forEach((edge, i) => {
      const side = edge.source.number <= edge.target.number ? 1 : -1;
      edge.bend = side * (i - (all.length - 1) / 2) * 0.16;
      edge.siblings = all;
    });
  }
}
takeGraph(JSON.parse(document.getElementById("data").textContent));

/** What is left out and what is chosen; the address of the page says the same. */
const state = { relations: new Set(), classes: new Set(), modes: new Set(), confidence: 0, from: "", to: "",
  undated: true, lonely: false, open: new Set(), colour: "class", size: "edges",
  node: null, edge: null, theme: "", view: null };

function inTime(edge) {
  if (!state.from && !state.to) return true;
  if (!edge.first && !edge.last) return state.undated;
  return (!state.from || (edge.last || edge.first) >= state.from) &&
    (!state.to || (edge.first || edge.last).slice(0, state.to.length) <= state.to);
}

/** How large nodes are drawn. */
function applySizes() {
  const by = state.size;
  const most = by === "edges" ? 0 : nodes.reduce((most, node) => Math.max(most, node[by]), 0);
  const whole = nodes.length > 2000 ? 0.6 : 1;
  for (const node of nodes) node.size = whole * (3.5 + (by === "edges" ? 1.6 * Math.sqrt(node.edges.length) : most > 0 ? 26 * Math.sqrt(node[by] / most) : 0));
}

/** Where nodes were opened, only they and their neighbours are there. */
const isOpen = (edge) => state.open.size === 0 || state.open.has(edge.source) || state.open.has(edge.target);

/** Works out what is shown; gives the numbers of nodes and edges. */
function applyFilters() {
  let edgeCount = 0, nodeCount = 0;
  for (const node of nodes) node.degree = 0;
  for (const edge of edges) {
    edge.shown = !state.relations.has(edge.relation.name) && !state.modes.has(edge.mode) &&
      edge.confidence >= state.confidence && inTime(edge) && isOpen(edge) &&
      !state.classes.has(data.classes[edge.source.cls].name) && !state.classes.has(data.classes[edge.target.cls].name);
    if (!edge.shown) continue;
    edgeCount += 1;
    edge.source.degree += 1;
    edge.target.degree += 1;
  }
  for (const node of nodes) {
    node.shown = !state.classes.has(data.classes[node.cls].name) &&
      (node.degree > 0 || (state.lonely && state.open.size === 0) || node === state.node || state.open.has(node));
    nodeCount += node.shown ? 1 : 0;
  }
  return { nodeCount, edgeCount };
}

/** Entities any of whose names has the words; best first. */
function findNodes(words) {
  const wanted = plain(words.trim());
  if (!wanted) return [];
  const rated = [];
  for (const node of nodes) {
    let best = 3;
    for (const name of node.names) {
      if (name === wanted) best = Math.min(best, 0);
      else if (name.startsWith(wanted)) best = Math.min(best, 1);
      else if (name.includes(wanted)) best = Math.min(best, 2);
    }
    if (best < 3) rated.push([best, node]);
  }
  rated.sort(([a, x], [b, y]) => a - b || y.edges.length - x.edges.length || x.number - y.number);
  return rated.slice(0, 20).map(([, node]) => node);
}

function stateToHash() {
  const parts = new URLSearchParams();
  if (state.node) parts.set("node", state.node.id);
  if (state.edge) parts.set("edge", state.edge.key);
  for (const name of ["relations", "classes", "modes"])
    if (state[name].size > 0) parts.set(name, [...state[name]].sort().join("|"));
  if (state.confidence > 0) parts.set("confidence", String(state.confidence));
  for (const name of ["from", "to", "theme"]) if (state[name]) parts.set(name, state[name]);
  if (!state.undated) parts.set("undated", "0");
  if (state.lonely) parts.set("lonely", "1");
  if (state.open.size > 0) parts.set("open", [...state.open].map((node) => node.id).join("|"));
  if (state.colour !== "class") parts.set("colour", state.colour);
  if (state.size !== "edges") parts.set("size", state.size);
  if (state.view) parts.set("view", state.view.map((value) => Math.round(value * 1000) / 1000).join(","));
  if (typeof liveToHash === "function") liveToHash(parts);
  return "#" + parts.toString();
}

function stateFromHash(hash) {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  state.node = nodeById.get(parts.get("node")) || null;
  state.edge = edgeByKey.get(parts.get("edge")) || null;
  for (const name of ["relations", "classes", "modes"])
    state[name] = new Set((parts.get(name) || "").split("|").filter(Boolean));
  const confidence = Number(parts.get("confidence"));
  state.confidence = confidence >= 0 && confidence <= 1 ? confidence : 0;
  for (const name of ["from", "to"]) state[name] = /^\d{4}-\d\d-\d\d$/.test(parts.get(name) || "") ? parts.get(name) : "";
  state.theme = ["dark", "light"].includes(parts.get("theme")) ? parts.get("theme") : "";
  state.undated = parts.get("undated") !== "0";
  state.lonely = parts.get("lonely") === "1";
  state.open = new Set((parts.get("open") || "").split("|").map((id) => nodeById.get(id)).filter(Boolean));
  state.colour = parts.get("colour") === "community" ? "community" : "class";
  state.size = ["pagerank", "betweenness"].includes(parts.get("size")) ? parts.get("size") : "edges";
  const view = (parts.get("view") || "").split(",").map(Number);
  state.view = view.length === 3 && view.every(Number.isFinite) && view[2] > 0 ? view : null;
}
