// Search, filters, legend and details. Texts of the graph come in as text nodes only, never as markup.

/** An element with attributes and children; strings become text. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && typeof value === "boolean") element[name] = value;
    else if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const many = (count) => count.toLocaleString("en");
const byId = (id) => document.getElementById(id);

function swatch(colour, line = false) {
  const element = make("span", { class: line ? "swatch line" : "swatch", "aria-hidden": "true" });
  element.style.background = colour;
  return element;
}

function counted(list, nameOf) {
  const counts = new Map();
  for (const item of list) counts.set(nameOf(item), (counts.get(nameOf(item)) || 0) + 1);
  return counts;
}

/** A list of things that can be left out: the legend and the filter in one. */
function choices(title, leftOut, entries, line) {
  const boxes = entries.map(({ name, label, colour, count }) => {
    const id = "choice-" + title + "-" + name;
    const box = make("input", { type: "checkbox", id, checked: !leftOut.has(name),
      onchange: (event) => { if (event.target.checked) leftOut.delete(name); else leftOut.add(name); filtersChanged(); } });
    return make("div", { class: "choice" }, box, colour ? swatch(colour, line) : null,
      make("label", { for: id }, label), make("span", { class: "soft" }, String(count)));
  });
  const all = (on) => () => {
    for (const { name } of entries) if (on) leftOut.delete(name); else leftOut.add(name);
    filtersChanged();
    showFilters();
  };
  return part(title, true, make("fieldset", {}, make("legend", { class: "hidden" }, title), entries.length < 3 ? null
    : make("div", { class: "pair" }, make("button", { type: "button", class: "small", onclick: all(true) }, "all", make("span", { class: "hidden" }, " " + title.toLowerCase())),
      make("button", { type: "button", class: "small", onclick: all(false) }, "none", make("span", { class: "hidden" }, " of the " + title.toLowerCase()))), ...boxes));
}

const closedParts = new Set();

/** A part of the panel that can be folded. */
function part(title, open, ...children) {
  return make("details", { open: open && !closedParts.has(title), class: "part",
    ontoggle: (event) => { if (event.target.open) closedParts.delete(title); else closedParts.add(title); } },
  make("summary", {}, title), ...children);
}

/** One of a few values of the state. */
function selection(label, name, values) {
  const id = "select-" + name;
  const field = make("select", { id, onchange: (event) => { state[name] = event.target.value; filtersChanged(); showFilters(); } },
    ...values.map(([value, words]) => make("option", { value, selected: state[name] === value }, words)));
  return make("div", { class: "pair" }, make("label", { for: id }, label), field);
}

/** The ten largest communities, each by its best-linked entity. */
function communityLegend() {
  const sizes = counted(nodes, (node) => node.community), named = new Map();
  for (const node of byDegree) if (!named.has(node.community)) named.set(node.community, node);
  const largest = [...named.keys()].filter((number) => number > 0).sort((a, b) => a - b).slice(0, 10);
  return make("ul", { class: "plain" }, ...largest.map((number) => make("li", { class: "choice" }, swatch(communityColour(number)),
    make("span", { class: "grow" }, "around " + named.get(number).label), make("span", { class: "soft" }, String(sizes.get(number))))));
}

function appearance() {
  if (!nodes.some((node) => node.community > 0)) return null;
  return part("Appearance", true, selection("Colour", "colour", [["class", "by class"], ["community", "by community"]]),
    selection("Size", "size", [["edges", "by edges"], ["pagerank", "by PageRank"], ["betweenness", "by betweenness"]]),
    state.colour === "community" ? communityLegend() : null);
}

function entriesOf(list, counts) {
  return list.map((item) => ({ ...item, count: counts.get(item.name) || 0 }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

function tick(label, name) {
  const id = "tick-" + name;
  return make("div", { class: "choice" }, make("input", { type: "checkbox", id, checked: state[name],
    onchange: (event) => { state[name] = event.target.checked; filtersChanged(); showTimes(); } }), make("label", { for: id }, label));
}

function day(label, name) {
  const id = "day-" + name;
  const field = make("input", { type: "date", id, onchange: (event) => { state[name] = event.target.value; filtersChanged(); showTimes(); } });
  field.value = state[name];
  return make("div", { class: "pair" }, make("label", { for: id }, label), field);
}

function surety() {
  const shown = make("output", { for: "confidence" }, state.confidence.toFixed(2));
  const slider = make("input", { type: "range", id: "confidence", class: "wide", min: "0", max: "1", step: "0.05",
    oninput: (event) => { state.confidence = Number(event.target.value); shown.textContent = state.confidence.toFixed(2); filtersChanged(); } });
  slider.value = String(state.confidence);
  return part("Confidence", true, make("div", { class: "pair" }, make("label", { for: "confidence" }, "at least"), shown), slider);
}

/** Years, months or days, whichever gives up to some fifty bars: what they begin with, and how many edges begin in each. */
function timeBins() {
  const days = edges.map((edge) => edge.first || edge.last).filter((text) => /^\d{4}/.test(text)).sort();
  if (days.length === 0) return [];
  const years = Number(days[days.length - 1].slice(0, 4)) - Number(days[0].slice(0, 4));
  const length = years > 3 ? 4 : 7, step = years > 60 ? 10 : 1;
  const nameOf = (text) => (step > 1 ? text.slice(0, 3) + "0" : text.slice(0, length));
  const counts = counted(days.filter((text) => text.length >= length), nameOf), bins = [];
  const nextOf = (name) => (length === 4 ? String(Number(name) + step).padStart(4, "0")
    : name.slice(5) === "12" ? String(Number(name.slice(0, 4)) + 1).padStart(4, "0") + "-01" : name.slice(0, 5) + String(Number(name.slice(5)) + 1).padStart(2, "0"));
  const names = [...counts.keys()].sort();
  for (let name = names[0]; name && name <= names[names.length - 1] && bins.length < 400; name = nextOf(name)) {
    const from = length === 4 ? name + "-01-01" : name + "-01", next = nextOf(name) + (length === 4 ? "-01-01" : "-01");
    bins.push({ name: step > 1 ? name + "s" : name, count: counts.get(name) || 0, from, to: new Date(Date.parse(next) - 86400000).toISOString().slice(0, 10) });
  }
  return bins;
}

/** The bars under the drawing: one is a button that leaves only its time; shift takes all up to it. */
function showTimes() {
  const strip = byId("times");
  if (!strip) return;
  const bins = timeBins(), most = bins.reduce((most, bin) => Math.max(most, bin.count), 0);
  strip.hidden = bins.length < 2;
  if (strip.hidden) { strip.replaceChildren(); return; }
  const isOn = (bin) => (!state.from || bin.to >= state.from) && (!state.to || bin.from <= state.to);
  const take = (bin, further) => {
    const alone = state.from === bin.from && state.to === bin.to;
    if (further && state.from) [state.from, state.to] = [state.from < bin.from ? state.from : bin.from, state.to > bin.to ? state.to : bin.to];
    else [state.from, state.to] = alone ? ["", ""] : [bin.from, bin.to];
    filtersChanged();
    showFilters();
  };
  strip.replaceChildren(make("div", { class: "bars", role: "group", "aria-label": "Edges by time" }, ...bins.map((bin) => {
    const bar = make("span", { "aria-hidden": "true" }), words = bin.name + ": " + bin.count + (bin.count === 1 ? " edge" : " edges");
    bar.style.height = Math.max(bin.count > 0 ? 2 : 0, Math.round(34 * bin.count / most)) + "px";
    return make("button", { type: "button", title: words, "aria-label": words, "aria-pressed": String(Boolean(state.from || state.to) && isOn(bin)),
      class: isOn(bin) ? "on" : null, onclick: (event) => take(bin, event.shiftKey) }, bar);
  })), make("p", { class: "ends" }, make("span", {}, bins[0].name),
    state.from || state.to ? make("span", {}, [state.from, state.to].filter(Boolean).join(" to ") + (state.undated ? ", and edges without a date" : "")) : null,
    make("span", {}, bins[bins.length - 1].name)));
}

function showFilters() {
  const focused = document.activeElement && document.activeElement.id;
  const modes = counted(edges, (edge) => edge.mode);
  const relations = counted(edges, (edge) => edge.relation.name);
  const classes = counted(nodes, (node) => data.classes[node.cls].name);
  byId("filters").replaceChildren(...[
    appearance(),
    choices("Classes", state.classes, entriesOf(data.classes, classes), false),
    choices("Relations", state.relations, entriesOf(data.relations, relations), true),
    choices("Modality", state.modes, [...modes.keys()].sort().map((name) => ({ name, label: name, count: modes.get(name) }))),
    surety(),
    part("Time", true, day("From", "from"), day("To", "to"), tick("those without a date, too", "undated")),
    tick("entities without an edge", "lonely"),
    make("p", { class: "soft note" }, "Solid lines: stated as fact. Dashed: planned, called for or reported. Dotted: denied.")].filter(Boolean));
  showTimes();
  if (focused && byId(focused)) byId(focused).focus();
}

/** A document's text and where its code points begin, worked out when first asked for. */
function codePoints(source) {
  if (!source.points) source.points = Array.from(source.text || "");
  return source.points;
}

function sentence(passage, whole) {
  const [number, begin, end, words] = passage, source = data.documents[number];
  if (!source.text) return make("blockquote", {}, make("mark", {}, words || `characters ${begin} to ${end}`));
  const points = codePoints(source), around = whole ? points.length : 200;
  const before = points.slice(Math.max(0, begin - around), begin).join(""), after = points.slice(end, end + around).join("");
  return make("blockquote", { class: whole ? "whole" : null, tabindex: whole ? "0" : null }, begin > around ? "\u2026" : "", before,
    make("mark", {}, points.slice(begin, end).join("")), after, end + around < points.length ? "\u2026" : "");
}

function evidence(number) {
  const passage = data.passages[number], source = data.documents[passage[0]];
  let whole = false, quote = sentence(passage, false);
  const more = make("button", { type: "button", "aria-expanded": "false", onclick: async () => {
    if (!source.text) source.text = await liveText(source);
    whole = !whole;
    const next = sentence(passage, whole);
    quote.replaceWith(next);
    quote = next;
    more.textContent = whole ? "Less" : "Whole document";
    more.setAttribute("aria-expanded", String(whole));
    if (whole) { const mark = quote.querySelector("mark"); quote.scrollTop = mark.offsetTop - quote.offsetTop - 40; }
  } }, "Whole document");
  const title = [source.title, source.name || source.id, source.date].filter(Boolean).join(", ");
  return make("div", {}, make("p", { class: "soft" }, title), quote, source.text || typeof liveText === "function" ? more : null);
}

function nodeButton(node) {
  return make("button", { type: "button", onclick: () => choose(node, null) }, swatch(nodeColour(node)), make("span", { class: "grow" }, node.label));
}

function edgeButton(edge, seenFrom) {
  const words = seenFrom === edge.source ? edge.target.label : seenFrom === edge.target ? edge.source.label
    : edge.source.label + " " + edge.kind.label + " " + edge.target.label;
  const other = seenFrom === edge.source ? edge.target : edge.source;
  return make("li", {}, make("button", { type: "button", "aria-current": edge === state.edge ? "true" : null,
    onclick: () => choose(state.node, edge) }, seenFrom ? swatch(nodeColour(other)) : swatch(edge.relation.colour, true),
  make("span", { class: "grow" }, words, edge.weight > 1 ? make("span", { class: "soft" }, " \u00d7" + edge.weight) : null),
  edge.first ? make("span", { class: "soft when" }, edge.first) : null));
}

function table(pairs) {
  const list = make("dl");
  for (const [name, value] of pairs) if (value) list.append(make("dt", {}, name), make("dd", {}, String(value)));
  return list;
}

function edgeDetails(edge) {
  const time = edge.first === edge.last ? edge.first : [edge.first, edge.last].filter(Boolean).join(" to ");
  const others = edge.siblings.filter((other) => other.shown && other !== edge);
  return [make("h2", {}, edge.source.label + " " + edge.relation.label + " " + edge.target.label),
    make("p", {}, make("span", { class: "badge" }, edge.mode), make("span", { class: "badge" }, "confidence " + edge.confidence.toFixed(2))),
    make("div", { class: "pair left ends-of" }, nodeButton(edge.source), nodeButton(edge.target)),
    table([["time", time], ...Object.entries(edge.details)]),
    make("h3", {}, edge.passages.length === 1 ? "1 sentence says so" : edge.passages.length + " sentences say so"),
    ...edge.passages.map(evidence),
    others.length > 0 ? make("h3", {}, "Between the same two") : null,
    make("ul", { class: "list" }, ...others.map((other) => edgeButton(other, null)))];
}

/** Opens a node: from then on only opened ones and their neighbours are there. */
function toggleOpen(node) {
  if (state.open.has(node)) state.open.delete(node); else state.open.add(node);
  choose(node, null);
  if (state.open.size > 0) fit();
}

function openButtons(node) {
  const others = state.open.size > 0;
  return make("div", { class: "pair left" },
    make("button", { type: "button", id: "open", "aria-pressed": String(state.open.has(node)), onclick: () => { toggleOpen(node); byId("open").focus(); } },
      state.open.has(node) ? "Close again" : others ? "Open its neighbours" : "Only its neighbours"),
    others ? make("button", { type: "button", onclick: showAll }, "Show everything") : null);
}

function showAll() {
  state.open.clear();
  filtersChanged();
  fit();
}

/** The edges of a node by relation, the relation with most edges first. */
function edgeGroups(node, shown) {
  const groups = new Map();
  for (const edge of shown) {
    const name = edge.source === node ? edge.kind.label + " \u2192" : "\u2192 " + edge.kind.label;
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(edge);
  }
  let room = 300;
  return [...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1)).map(([name, all]) => {
    const listed = all.slice(0, room);
    room -= listed.length;
    return listed.length === 0 ? null : [make("h3", {}, name + " (" + many(all.length) + ")"),
      make("ul", { class: "list" }, ...listed.map((edge) => edgeButton(edge, node)))];
  }).flat().filter(Boolean);
}

function nodeDetails(node) {
  const shown = node.edges.filter((edge) => edge.shown);
  const wikidata = /^Q\d+$/.test(node.wikidata)
    ? make("p", {}, make("a", { href: "https://www.wikidata.org/wiki/" + node.wikidata, rel: "noreferrer noopener" }, "Wikidata " + node.wikidata)) : null;
  const share = (value) => (value > 0 ? (100 * value).toPrecision(2) + " %" : "");
  return [make("h2", {}, node.label), make("p", {}, make("span", { class: "badge" }, swatch(nodeColour(node)), " ", data.classes[node.cls].label)),
    openButtons(node),
    table([["also", node.aliases.join(", ")], ["mentions", node.mentions], ["PageRank", share(node.pagerank)], ["betweenness", share(node.betweenness)]]), wikidata,
    make("p", { class: "soft" }, shown.length + (shown.length === 1 ? " edge shown" : " edges shown") + (shown.length > 300 ? ", the first 300 are listed" : "")),
    ...edgeGroups(node, shown)];
}

function overview() {
  const top = byDegree.filter((node) => node.shown).slice(0, 15), sources = data.documents.slice(0, 100);
  if (top.length === 0) return [make("h2", {}, "Overview")];
  return [make("h2", {}, "Overview"), make("p", {}, "Choose an entity or an edge to read what the texts say."),
    make("h3", {}, "Most edges"), make("ul", { class: "list" }, ...top.map((node) => make("li", {}, nodeButton(node)))),
    sources.length > 0 ? make("h3", {}, "Documents") : null, make("ul", { class: "list" }, ...sources.map((source) =>
      make("li", {}, [source.title || source.name || source.id, source.date].filter(Boolean).join(", "))))];
}

function showDetails() {
  const content = state.edge ? edgeDetails(state.edge) : state.node ? nodeDetails(state.node) : overview();
  if (typeof liveDetails === "function") content.push(...liveDetails());
  const back = state.node || state.edge
    ? make("button", { type: "button", onclick: () => (state.edge && state.node ? choose(state.node, null) : choose(null, null)) }, "\u2190 Back") : null;
  byId("details").replaceChildren(...[back, ...content].filter((child) => child !== null && child !== undefined));
  byId("details").scrollTop = 0;
}
