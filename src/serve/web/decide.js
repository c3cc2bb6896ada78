// What people decide on the facts of an edge: confirm, deny, note, and taking one's own last decision back.
const kMostDecided = 20;  // facts of an edge, and decisions that are remembered
const deciding = { mine: JSON.parse(sessionStorage.getItem("decided") || "[]"), facts: new Map(), tag: "", drafts: new Map(), wait: 0, busy: false };
const kDone = { confirm: "Confirmed", deny: "Denied", note: "Noted" };
const isDecidable = (id) => !id.startsWith("#");

/** Today where the reader is; the server has no clock. */
function today() {
  const now = new Date(), two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const decider = () => localStorage.getItem("name") || "";

function remember(mine) {
  deciding.mine = mine.slice(-kMostDecided);
  sessionStorage.setItem("decided", JSON.stringify(deciding.mine));
  showUndo();
}

function showUndo() {
  const last = deciding.mine[deciding.mine.length - 1], button = byId("undo");
  button.hidden = !server.writable;
  button.disabled = !last;
  button.title = last ? "Take back: " + last.words + " (Control+Z)" : "None of your decisions is left to take back";
}

/** A short word at the bottom of the page, also for screen readers. */
function say(words, milliseconds = 6000) {
  byId("said").textContent = words;
  byId("said").hidden = false;
  clearTimeout(deciding.wait);
  deciding.wait = setTimeout(() => { byId("said").hidden = true; }, milliseconds);
}

/** Facts as the server has them, each asked for once in a state of the graph. */
async function factsById(ids) {
  if (deciding.tag !== server.tag) deciding.facts.clear();
  deciding.tag = server.tag;
  await Promise.all(ids.filter((id) => !deciding.facts.has(id)).map(async (id) => {
    const { ok, json } = await call("/api/fact?id=" + encodeURIComponent(id));
    if (ok) deciding.facts.set(id, json.fact);
  }));
  return ids.map((id) => deciding.facts.get(id)).filter(Boolean);
}

/** The edges that one of these facts stands in, and those beside them, as the graph is now; places, filters and choice stay. */
async function renew(ids, chosen) {
  const touched = edges.filter((edge) => (edge.facts || []).some((id) => ids.includes(id)));
  const wanted = new Set([...ids, ...touched.flatMap((edge) => edge.siblings).flatMap((edge) => edge.facts || [])]);
  const { ok, json } = await call("/api/part", { facts: [...wanted], kinds: "all" });
  if (!ok) { showProblem(json.error, ""); return; }
  const has = (edge) => edge[9].some((id) => wanted.has(id));
  const rest = { ...data, edges: data.edges.filter((edge) => !has(edge)) };
  const node = state.node && state.node.id, open = [...state.open].map((one) => one.id);
  takeGraph(joined(rest, { ...json.view, edges: json.view.edges.filter(has) }, ""));
  hovered = null;
  state.open = new Set(open.map((id) => nodeById.get(id)).filter(Boolean));
  await factsById(chosen ? [chosen] : []);
  const edge = chosen && edges.find((one) => one.facts.includes(chosen));
  if (edge) await factsById(edge.facts.filter(isDecidable).slice(0, kMostDecided));
  showFilters();
  choose(nodeById.get(node) || null, edge || null);
}

/** One write at a time; while a large graph is made anew, it says so. */
async function alone(write) {
  if (deciding.busy) return;
  deciding.busy = true;
  const patience = setTimeout(() => say("Writing it into the graph file \u2026", 600000), 400);
  try {
    await write();
  } finally {
    clearTimeout(patience);
    deciding.busy = false;
  }
}

/** Sends a decision; the button that has the focus has it again afterwards. */
const decide = (kind, fact, text) => alone(() => sendDecision(kind, fact, text));
const undo = () => alone(sendUndo);

async function sendDecision(kind, fact, text) {
  const body = { kind, fact: fact.id, date: today() };
  if (text) body.text = text;
  if (decider()) body.by = decider();
  const { ok, json } = await call("/api/decide", body, { again: () => decide(kind, fact, text) });
  if (!ok) { byId("said").hidden = true; if (json.error.kind !== "token") showProblem(json.error, ""); return; }
  const about = [fact.subject, { name: fact.label }, fact.object].filter(Boolean).map((part) => part.name).join(" ");
  deciding.drafts.delete(fact.id);
  remember([...deciding.mine, { id: json.decision.id, fact: fact.id, words: kind + " " + about }]);
  await renew([fact.id], fact.id);
  const focused = byId((kind === "note" ? "note-" : kind + "-") + fact.id);
  if (focused) focused.focus();
  say(`${kDone[kind]}: ${about}.`);
}

async function sendUndo() {
  const last = deciding.mine[deciding.mine.length - 1];
  if (!last) return;
  const body = { decision: last.id, date: today() };
  if (decider()) body.by = decider();
  const { ok, json } = await call("/api/undo", body, { again: undo });
  byId("said").hidden = true;
  if (!ok && json.error.kind === "token") return;
  const there = edges.some((edge) => (edge.facts || []).includes(last.fact));
  remember(deciding.mine.slice(0, -1));
  if (!ok) { showProblem(json.error, ""); return; }  // it is gone: somebody withdrew it before
  if (there) await renew([last.fact], last.fact);
  say(`Taken back: ${last.words}.`);
}

function noteForm(fact) {
  const id = "words-" + fact.id;
  const field = make("textarea", { id, rows: "3", class: "wide", maxlength: "10000", oninput: () => deciding.drafts.set(fact.id, field.value) });
  field.value = deciding.drafts.get(fact.id);
  const close = () => { deciding.drafts.delete(fact.id); showDetails(); byId("note-" + fact.id).focus(); };
  const send = () => { if (field.value.trim() !== "") decide("note", fact, field.value.trim()); else field.focus(); };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.ctrlKey) send();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return make("form", { onsubmit: (event) => { event.preventDefault(); send(); } }, make("label", { for: id }, "Note"), field,
    make("div", { class: "pair left" }, make("button", { type: "submit", class: "main", title: "Control+Enter" }, "Keep the note"), make("button", { type: "button", onclick: close }, "Cancel")));
}

/** What stands about a fact, and the buttons that change it. alone: the edge has no other, so nothing need tell them apart. */
function verdictOf(fact, alone) {
  const words = { confirmed: "confirmed by a person", denied: "denied by a person" }[fact.decision];
  const button = (kind, label, stands) => make("button", { type: "button", id: kind + "-" + fact.id, "aria-pressed": String(stands),
    onclick: () => { if (!stands) decide(kind, fact); } }, label);
  const apart = { when: "", where: "", "attributed to": "said by " };
  const told = fact.features.filter(({ name }) => name in apart).map(({ name, value }) => apart[name] + value.replace(/ \([\d.-]+\)$/, ""));
  return make("div", { class: "verdict", role: "group", "aria-label": "Decide on the fact " + fact.id },
    alone ? null : make("p", {}, make("q", {}, fact.evidence[0].sentence), " ", make("span", { class: "soft" }, told.join(", "))),
    server.writable ? button("confirm", "Confirm", fact.decision === "confirmed") : null,
    server.writable ? button("deny", "Deny", fact.decision === "denied") : null,
    server.writable ? make("button", { type: "button", id: "note-" + fact.id, "aria-expanded": String(deciding.drafts.has(fact.id)),
      onclick: () => { if (!deciding.drafts.has(fact.id)) deciding.drafts.set(fact.id, ""); showDetails(); byId("words-" + fact.id).focus(); } }, "Note") : null,
    words ? make("span", { class: fact.decision === "denied" ? "bad" : "good" }, words) : null,
    fact.notes.length > 0 ? make("ul", { class: "notes", "aria-label": "Notes" }, ...fact.notes.map((note) => make("li", {}, note))) : null,
    server.writable && deciding.drafts.has(fact.id) ? noteForm(fact) : null);
}

function nameField() {
  const field = make("input", { id: "decider", autocomplete: "name", maxlength: "200", placeholder: "nobody", onchange: () => localStorage.setItem("name", field.value.trim()) });
  field.value = decider();
  return make("div", { class: "pair" }, make("label", { for: "decider", class: "soft" }, "Kept in the log as decided by"), field);
}

/** The part of an edge's details that people decide in; without --write it tells what was decided, where something was. */
function decisionsOf(edge) {
  const ids = (edge.facts || []).filter(isDecidable).slice(0, kMostDecided);
  if (ids.length === 0) return server.writable ? make("p", { class: "soft" }, "Imported: people decide on what was read from texts.") : null;
  const place = make("section", { id: "decisions", "aria-label": "Decisions" });
  const fill = (facts) => {
    const told = server.writable ? facts : facts.filter((fact) => fact.decision || fact.notes.length > 0);
    if (told.length === 0) return;
    place.className = facts.length === 1 ? "alone" : "";
    place.replaceChildren(make("h3", {}, server.writable ? "Was it read rightly?" : "What people decided"), ...told.map((fact) => verdictOf(fact, facts.length === 1)),
      server.writable ? nameField() : "");
  };
  if (deciding.tag === server.tag && ids.every((id) => deciding.facts.has(id))) fill(ids.map((id) => deciding.facts.get(id)));
  else factsById(ids).then(fill);
  return place;
}

function listenToDeciding() {
  byId("undo").addEventListener("click", undo);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    if (["INPUT", "TEXTAREA", "SELECT"].includes(event.target.tagName) || !server.writable) return;
    event.preventDefault();
    undo();
  });
}
