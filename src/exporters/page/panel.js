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
  return make("fieldset", {}, make("legend", {}, title), ...boxes, entries.length < 3 ? null
    : make("div", { class: "choice" }, make("button", { type: "button", onclick: all(true) }, "all"),
      make("button", { type: "button", onclick: all(false) }, "none")));
}

function entriesOf(list, counts) {
  return list.map((item) => ({ ...item, count: counts.get(item.name) || 0 }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}

function tick(label, name) {
  const id = "tick-" + name;
  return make("div", { class: "choice" }, make("input", { type: "checkbox", id, checked: state[name],
    onchange: (event) => { state[name] = event.target.checked; filtersChanged(); } }), make("label", { for: id }, label));
}

function day(label, name) {
  const id = "day-" + name;
  const field = make("input", { type: "date", id, class: "wide", onchange: (event) => { state[name] = event.target.value; filtersChanged(); } });
  field.value = state[name];
  return make("div", {}, make("label", { for: id }, label), field);
}

function surety() {
  const shown = make("output", { for: "confidence" }, state.confidence.toFixed(2));
  const slider = make("input", { type: "range", id: "confidence", class: "wide", min: "0", max: "1", step: "0.05",
    oninput: (event) => { state.confidence = Number(event.target.value); shown.textContent = state.confidence.toFixed(2); filtersChanged(); } });
  slider.value = String(state.confidence);
  return make("fieldset", {}, make("legend", {}, "confidence"), make("label", { for: "confidence" }, "at least "), shown, slider);
}

function showFilters() {
  const focused = document.activeElement && document.activeElement.id;
  const modes = counted(edges, (edge) => edge.mode);
  const relations = counted(edges, (edge) => edge.relation.name);
  const classes = counted(nodes, (node) => data.classes[node.cls].name);
  byId("filters").replaceChildren(
    choices("relations", state.relations, entriesOf(data.relations, relations), true),
    choices("classes", state.classes, entriesOf(data.classes, classes), false),
    choices("modality", state.modes, [...modes.keys()].sort().map((name) => ({ name, label: name, count: modes.get(name) }))),
    surety(),
    make("fieldset", {}, make("legend", {}, "time"), day("from ", "from"), day("to ", "to"), tick("those without a date, too", "undated")),
    tick("entities without an edge", "lonely"),
    make("p", { class: "soft" }, "Dashed: not asserted (planned, reported ...). Dotted: denied."));
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
  const more = make("button", { type: "button", "aria-expanded": "false", onclick: () => {
    whole = !whole;
    const next = sentence(passage, whole);
    quote.replaceWith(next);
    quote = next;
    more.textContent = whole ? "Less" : "Whole document";
    more.setAttribute("aria-expanded", String(whole));
    if (whole) { const mark = quote.querySelector("mark"); quote.scrollTop = mark.offsetTop - quote.offsetTop - 40; }
  } }, "Whole document");
  const title = [source.title, source.name || source.id, source.date].filter(Boolean).join(", ");
  return make("div", {}, make("p", { class: "soft" }, title), quote, source.text ? more : null);
}

function nodeButton(node) {
  return make("button", { type: "button", onclick: () => choose(node, null) }, swatch(data.classes[node.cls].colour), " ", node.label);
}

function edgeButton(edge, seenFrom) {
  const words = seenFrom === edge.source ? edge.kind.label + " \u2192 " + edge.target.label
    : seenFrom === edge.target ? edge.source.label + " \u2192 " + edge.kind.label
      : edge.source.label + " " + edge.kind.label + " " + edge.target.label;
  return make("li", {}, make("button", { type: "button", "aria-current": edge === state.edge ? "true" : null,
    onclick: () => choose(state.node, edge) }, words + (edge.weight > 1 ? " (" + edge.weight + ")" : "")));
}

function table(pairs) {
  const list = make("dl");
  for (const [name, value] of pairs) if (value) list.append(make("dt", {}, name), make("dd", {}, String(value)));
  return list;
}

function edgeDetails(edge) {
  const time = edge.first === edge.last ? edge.first : [edge.first, edge.last].filter(Boolean).join(" to ");
  const others = edge.siblings.filter((other) => other.shown && other !== edge);
  return [make("h2", {}, edge.source.label + " " + edge.kind.label + " " + edge.target.label),
    make("p", {}, make("span", { class: "badge" }, edge.mode), make("span", { class: "badge" }, "confidence " + edge.confidence.toFixed(2))),
    nodeButton(edge.source), " ", nodeButton(edge.target),
    table([["time", time], ...Object.entries(edge.details)]),
    make("h3", {}, edge.passages.length === 1 ? "1 sentence says so" : edge.passages.length + " sentences say so"),
    ...edge.passages.map(evidence),
    others.length > 0 ? make("h3", {}, "Between the same two") : null,
    make("ul", { class: "list" }, ...others.map((other) => edgeButton(other, null)))];
}

function nodeDetails(node) {
  const shown = node.edges.filter((edge) => edge.shown);
  const wikidata = /^Q\d+$/.test(node.wikidata)
    ? make("p", {}, make("a", { href: "https://www.wikidata.org/wiki/" + node.wikidata, rel: "noreferrer noopener" }, "Wikidata " + node.wikidata)) : null;
  return [make("h2", {}, node.label), make("p", {}, make("span", { class: "badge" }, data.classes[node.cls].label)),
    table([["also", node.aliases.join(", ")], ["mentions", node.mentions]]), wikidata,
    make("h3", {}, shown.length + (shown.length === 1 ? " edge shown" : " edges shown")),
    make("ul", { class: "list" }, ...shown.slice(0, 300).map((edge) => edgeButton(edge, node))),
    shown.length > 300 ? make("p", { class: "soft" }, "The first 300 are listed.") : null];
}

function overview() {
  const top = byDegree.filter((node) => node.shown).slice(0, 15);
  return [make("h2", {}, "Overview"), make("p", {}, "Choose an entity or an edge to read what the texts say."),
    make("h3", {}, "Most edges"), make("ul", { class: "list" }, ...top.map((node) => make("li", {}, nodeButton(node)))),
    make("h3", {}, "Documents"), make("ul", { class: "list" }, ...data.documents.slice(0, 100).map((source) =>
      make("li", {}, [source.title || source.name || source.id, source.date].filter(Boolean).join(", "))))];
}

function showDetails() {
  const content = state.edge ? edgeDetails(state.edge) : state.node ? nodeDetails(state.node) : overview();
  const back = state.node || state.edge
    ? make("button", { type: "button", onclick: () => (state.edge && state.node ? choose(state.node, null) : choose(null, null)) }, "\u2190 Back") : null;
  byId("details").replaceChildren(...[back, ...content].filter((child) => child !== null && child !== undefined));
  byId("details").scrollTop = 0;
}
