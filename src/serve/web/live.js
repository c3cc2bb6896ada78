// What a graph behind a server has more than a page: search, neighbours and documents on demand, another graph with each answer.
const factsWanted = () => (byId("all-facts").checked ? "all" : "asserted");
const kMostDrawn = 6000;  // edges; an expansion beyond that begins anew

function showGraph(view) {
  takeGraph(view);
  for (const name of ["relations", "classes", "modes", "open"]) state[name] = new Set();
  state.from = state.to = "";
  state.confidence = 0;
  state.lonely = edges.length === 0;
  showFilters();
  choose(null, null);
  fit();
  const left = view.allEdges - edges.length;
  const empty = nodes.length === 0 ? "Nothing of the graph is in this answer: what returns nodes or relationships is drawn." : "";
  byId("notice").textContent = left > 0 ? `${many(edges.length)} of ${many(view.allEdges)} edges are drawn: those that most sentences say, then the surest.` : empty;
  byId("notice").hidden = byId("notice").textContent === "";
}

/** The best-linked part of the graph, with nothing asked. */
async function showOverview() {
  const { ok, json } = await call("/api/view?facts=" + factsWanted());
  if (!ok) { showProblem(json.error, ""); return false; }
  asking.answer = null;
  showGraph(json.view);
  if (json.edges > edges.length && json.view.allEdges < json.edges && server.stats && server.stats.edges > 3000) {
    byId("notice").textContent = `The best-linked part of ${many(json.edges)} edges. Search for an entity, or ask, to see others.`;
    byId("notice").hidden = false;
  }
  showAnswer();
  return true;
}

/** A node with its neighbours, beside what is drawn or, when it is not there, instead. */
async function expand(id) {
  const { ok, json } = await call("/api/neighbours?limit=200&facts=" + factsWanted() + "&id=" + encodeURIComponent(id));
  if (!ok) { showProblem(json.error, ""); return; }
  const beside = nodeById.has(json.node) && edges.length + json.view.edges.length <= kMostDrawn;
  const view = beside ? { x: camera.x, y: camera.y, scale: camera.scale } : null;
  showGraph(beside ? joined(data, json.view, json.node) : json.view);
  if (view) { Object.assign(camera, view); moved(); }
  choose(nodeById.get(json.node) || null, null, true);
  const stated = json.edges - json.setAside, told = [];
  if (json.shown < stated) told.push(`${many(json.shown)} of ${many(stated)} facts at ${nodeById.get(json.node).label} are drawn, some of each relation.`);
  if (json.setAside > 0) told.push(`${many(json.setAside)} more ${json.setAside === 1 ? "is" : "are"} planned, called for, reported or denied: all facts shows them.`);
  byId("notice").textContent = told.join(" ");
  byId("notice").hidden = told.length === 0;
}

/** The search asks the server: it knows all names, not only those that are drawn. */
async function liveFind(words) {
  if (words.trim() === "") return [];
  const { ok, json } = await call("/api/search?limit=20&q=" + encodeURIComponent(words));
  if (!ok) return [];
  return json.nodes.map((found) => ({ id: found.id, label: found.name, classLabel: (found.labels[0] || "") + ", " + many(found.edges) + (found.edges === 1 ? " edge" : " edges"), take: () => openNode(found.id) }));
}

async function openNode(id) {
  if (nodeById.has(id) && nodeById.get(id).edges.length > 0) choose(nodeById.get(id), null, true);
  else await expand(id);
}

/** Below the details of a node: more of it. Below those of an edge: why it was read, and what people decide. */
function liveDetails() {
  if (state.edge) return [factsOf(state.edge), decisionsOf(state.edge)];
  if (!state.node) return [];
  const id = state.node.id;
  return [make("p", {}, make("button", { type: "button", id: "expand", onclick: () => expand(id) }, "Show all its neighbours"))];
}

const kMostReasons = 20;

/** The facts of an edge with the words and rules that they were read by, fetched when they are wanted. */
function factsOf(edge) {
  const ids = (edge.facts || []).filter((id) => !id.startsWith("#")).slice(0, kMostReasons);
  if (ids.length === 0) return null;
  const place = make("div", {});
  const fill = async () => {
    if (place.hasChildNodes()) return;
    for (const id of ids) {
      const { ok, json } = await call("/api/fact?id=" + encodeURIComponent(id));
      place.append(ok ? factReasons(json.fact) : make("p", { class: "soft" }, json.error.message));
    }
  };
  return make("details", { class: "part", ontoggle: fill }, make("summary", {}, "Why it was read so"), place);
}

function factReasons(fact) {
  const list = make("dl");
  for (const { trigger, rule, confidence } of fact.evidence)
    list.append(make("dt", {}, "\u201c" + trigger + "\u201d"), make("dd", {}, rule + ", confidence " + confidence.toFixed(2)));
  return make("div", {}, list, make("p", { class: "soft" }, "fact " + fact.id));
}

/** What was asked stands in the address, too. */
function liveToHash(parts) {
  if (asking.answer) parts.set(asking.answer.mode, asking.answer.text);
  if (byId("all-facts").checked) parts.set("facts", "all");
}

async function exportView(format) {
  const shown = edges.filter((edge) => edge.shown), facts = shown.flatMap((edge) => edge.facts || []);
  const ids = nodes.filter((node) => node.shown).map((node) => node.id);
  const { ok, blob, json } = await call("/api/export", { format, nodes: ids, facts, kinds: factsWanted() }, { blob: true });
  if (!ok) { showProblem(json.error, ""); return; }
  const suffix = { turtle: "ttl" }[format] || format;
  save(blob, "view." + suffix);
}

function listenToLive() {
  byId("whole").addEventListener("click", () => { box.value = byId("search").value = ""; fitBox(); clearProblem(); showOverview(); });
  window.addEventListener("resize", fitBox);
  byId("all-facts").addEventListener("change", () => (asking.answer ? run() : showOverview()));
  for (const button of document.querySelectorAll("[data-format]"))
    button.addEventListener("click", () => { byId("exports").open = false; exportView(button.dataset.format); });
  byId("table-csv").addEventListener("click", () => { byId("exports").open = false; save(new Blob([csvOf(asking.answer)], { type: "text/csv" }), "answer.csv"); });
  document.addEventListener("click", (event) => { if (!byId("exports").contains(event.target)) byId("exports").open = false; });
  byId("exports").addEventListener("keydown", (event) => { if (event.key === "Escape") { byId("exports").open = false; event.stopPropagation(); byId("exports").querySelector("summary").focus(); } });
}

let started = false;

/** Fills the page, as the address says. */
async function start() {
  const { ok, json } = await call("/api/stats");
  if (!ok) { if (json.error.kind !== "token") showProblem(json.error, ""); return; }
  server.stats = json;
  server.writable = json.writable;
  showUndo();
  byId("file").textContent = json.file;
  document.title = json.file + " in entente";
  if (!started) await listSaved();
  started = true;
  const wanted = new URLSearchParams(firstHash.replace(/^#/, ""));
  byId("all-facts").checked = wanted.get("facts") === "all";
  const mode = ["query", "question"].find((name) => wanted.get(name));
  if (mode) {
    setMode(mode);
    box.value = wanted.get(mode);
    fitBox();
    await run();
  } else {
    await showOverview();
  }
  stateFromHash(firstHash);
  showTheme();
  showFilters();
  if (!state.node && wanted.get("node")) await expand(wanted.get("node"));
  else choose(state.node, state.edge);
  if (state.view) [camera.x, camera.y, camera.scale] = state.view;
  else fit();
  redraw();
  document.documentElement.dataset.live = "yes";
}

byId("skip").addEventListener("click", (event) => { event.preventDefault(); byId("text").focus(); });
listenToBox();
listenToLive();
listenToDeciding();
showMode();
start();
