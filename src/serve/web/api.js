// Talks with the server that the page comes from, and with nobody else.
const firstHash = location.hash;
const tokenInHash = new URLSearchParams(firstHash.replace(/^#/, "")).get("token");
if (tokenInHash) sessionStorage.setItem("token", tokenInHash);
const server = { tag: "", writable: false, stats: null };

/** A request's answer as { ok, json }; what cannot be reached is an error like any other. again: to be done when a missing token was given. */
async function call(path, body = null, { again = null, blob = false, ...options } = {}) {
  const headers = {}, token = sessionStorage.getItem("token");
  if (token) headers.Authorization = "Bearer " + token;
  if (body !== null) headers["Content-Type"] = "application/json";
  try {
    const answer = await fetch(path, { method: body === null ? "GET" : "POST", headers, body: body === null ? undefined : JSON.stringify(body), ...options });
    if (answer.status === 401) askForToken(again, token);
    if (blob && answer.ok) return { ok: true, blob: await answer.blob() };
    const json = await answer.json();
    if (json.graph) noteTag(json.graph, json.before);
    return { ok: answer.ok, json };
  } catch (error) {
    const cancelled = error.name === "AbortError";
    return { ok: false, json: { error: { kind: cancelled ? "cancelled" : "network", message: cancelled ? "cancelled" : "the server cannot be reached" } } };
  }
}

/** Another state of the graph than the one that is shown: say so, and let the reader choose when to follow. before: the state that a decision of this page changed. */
function noteTag(tag, before) {
  if (server.tag === tag) return;
  const known = server.tag;
  server.tag = tag;
  if (!known || known === before) return;
  byId("changed").replaceChildren("The graph file has changed.",
    make("button", { type: "button", onclick: () => { byId("changed").hidden = true; if (asking.answer) run(); else showOverview(); } }, "Show it as it is now"),
    make("button", { type: "button", onclick: () => { byId("changed").hidden = true; } }, "Later"));
  byId("changed").hidden = false;
}

function askForToken(again, refused) {
  const dialog = byId("login");
  if (dialog.open) return;
  byId("login-title").textContent = server.stats ? "Deciding needs the token" : "This graph needs a token";
  byId("login-refused").hidden = !refused;
  byId("login-open").textContent = server.stats ? "Go on" : "Open";
  byId("login-cancel").hidden = !server.stats;
  dialog.addEventListener("close", () => {
    const token = byId("token").value.trim();
    byId("token").value = "";
    sessionStorage.setItem("token", token);
    if (!server.stats) start();
    else if (again && token) again();
  }, { once: true });
  dialog.showModal();
}

byId("login-cancel").addEventListener("click", () => byId("login").close());

/** The text of a document that a sentence stands in. */
async function liveText(source) {
  const { ok, json } = await call("/api/document?id=" + encodeURIComponent(source.id));
  return ok ? json.document.text : "";
}

/** Two graphs as one: what is there keeps its place, what is new comes to stand about the node that both have. */
function joined(old, more, id) {
  const all = { classes: [...old.classes], relations: [...old.relations], kinds: [...old.kinds], documents: [...old.documents],
    passages: [...old.passages], nodes: [...old.nodes], edges: [...old.edges], allEdges: 0, communityColours: more.communityColours };
  const numbers = (list, items, key) => {
    const known = new Map(list.map((item, i) => [key(item), i]));
    return items.map((item) => {
      if (!known.has(key(item))) { known.set(key(item), list.length); list.push(item); }
      return known.get(key(item));
    });
  };
  const classes = numbers(all.classes, more.classes, (item) => item.name);
  const relations = numbers(all.relations, more.relations, (item) => item.name);
  const kinds = numbers(all.kinds, more.kinds.map((kind) => ({ ...kind, relation: relations[kind.relation] })), (item) => item.kind);
  const documents = numbers(all.documents, more.documents, (item) => item.id);
  const passages = more.passages.map(([document, ...rest]) => all.passages.push([documents[document], ...rest]) - 1);
  const at = (list) => { const node = list.find((one) => one[0] === id); return node ? [node[6], node[7]] : [0, 0]; };
  const [ox, oy] = at(old.nodes), [mx, my] = at(more.nodes);
  const nodesOf = numbers(all.nodes, more.nodes.map(([nodeId, label, cls, aliases, wikidata, mentions, x, y]) =>
    [nodeId, label, classes[cls], aliases, wikidata, mentions, ox + x - mx, oy + y - my]), (node) => node[0]);
  const known = new Set(all.edges.map((edge) => edge.slice(0, 3).join(" ")));
  for (const [source, target, kind, confidence, weight, first, last, places, details, facts] of more.edges) {
    const edge = [nodesOf[source], nodesOf[target], kinds[kind], confidence, weight, first, last, places.map((place) => passages[place]), details, facts];
    if (!known.has(edge.slice(0, 3).join(" "))) all.edges.push(edge);
  }
  all.allEdges = all.edges.length;
  return all;
}
