// The box for questions and queries: completion, running, errors at their place, and the answer as a table.
const asking = { running: null, number: 0, offers: [], active: -1, begin: 0, after: "", answer: null, row: -1, parameters: {}, wait: 0 };
const box = byId("text");
const modeNow = () => (byId("mode-query").checked ? "query" : "question");
const kHints = { question: "Who cooperated with whom?", query: "MATCH (a)-[f:cooperated]-(b) RETURN a, f, b LIMIT 100" };

function showMode() {
  const mode = modeNow();
  byId("text-label").textContent = mode === "query" ? "Your query" : "Your question";
  box.placeholder = kHints[mode];
  box.title = "Enter asks, Shift+Enter begins a new line, Tab completes, Control+Space shows what may stand here";
  box.classList.toggle("code", mode === "query");
  byId("run").textContent = mode === "query" ? "Run" : "Ask";
  closeOffers();
  fitBox();
}

function setMode(mode) {
  byId("mode-" + mode).checked = true;
  showMode();
}

/** As high as its text, up to a limit that the style has. */
function fitBox() {
  box.style.height = "auto";
  box.style.height = box.scrollHeight + 2 + "px";
}

const codeUnits = (text, points) => Array.from(text).slice(0, points).join("").length;

function closeOffers() {
  asking.offers = [];
  asking.active = -1;
  byId("offers").hidden = true;
  box.setAttribute("aria-expanded", "false");
  box.removeAttribute("aria-activedescendant");
}

function showOffers() {
  byId("offers").replaceChildren(...asking.offers.map((word, i) => make("li", { role: "option", id: "offer-" + i, "aria-selected": String(i === asking.active),
    onmousedown: (event) => { event.preventDefault(); acceptOffer(i); } }, word)));
  byId("offers").hidden = asking.offers.length === 0;
  box.setAttribute("aria-expanded", String(asking.offers.length > 0));
  if (asking.active >= 0) {
    box.setAttribute("aria-activedescendant", "offer-" + asking.active);
    byId("offer-" + asking.active).scrollIntoView({ block: "nearest" });
  } else { box.removeAttribute("aria-activedescendant"); }
}

function acceptOffer(i) {
  const behind = box.value.slice(box.selectionEnd);
  const start = box.value.slice(0, asking.begin) + asking.offers[i] + (behind.startsWith(asking.after) ? "" : asking.after);
  box.value = start + behind;
  box.setSelectionRange(start.length, start.length);
  closeOffers();
  fitBox();
}

/** Asks the server what may stand at the cursor. unasked: only where a word has begun. */
async function offer(unasked) {
  const text = box.value.slice(0, box.selectionStart), number = asking.number += 1;
  if (text.trim() === "" && unasked) { closeOffers(); return; }
  const { ok, json } = await call("/api/complete", { text, kind: modeNow() });
  if (!ok || number !== asking.number || document.activeElement !== box || box.value.slice(0, box.selectionStart) !== text) return;
  asking.begin = codeUnits(text, json.begin);
  const typed = text.slice(asking.begin);
  asking.after = json.after;
  asking.offers = (unasked && typed === "") || (json.candidates.length === 1 && json.candidates[0] === typed) ? [] : json.candidates.slice(0, 50);
  asking.active = -1;
  showOffers();
}

function clearProblem() {
  byId("problem").hidden = true;
  byId("problem").replaceChildren();
  box.removeAttribute("aria-invalid");
}

/** The line of the text that is wrong, with a caret below its place; the cursor goes there. */
function showProblem(error, text) {
  const parts = [make("p", {}, make("b", {}, error.message), error.hint ? " (" + error.hint + ")" : "")];
  if (error.line) {
    const line = text.split("\n")[error.line - 1] || "", points = Array.from(line), at = error.column - 1;
    parts[0].prepend(`Line ${error.line}, column ${error.column}: `);
    parts.push(make("pre", {}, points.slice(0, at).join(""), make("mark", {}, points[at] || " "), points.slice(at + 1).join(""), "\n" + " ".repeat(at) + "^"));
    const start = text.split("\n").slice(0, error.line - 1).join("\n").length + (error.line > 1 ? 1 : 0) + codeUnits(line, at);
    box.focus();
    box.setSelectionRange(start, start + (points[at] || "").length);
  }
  const rows = error.kind === "limit" && modeNow() === "query" && !/\blimit\b/i.test(text) && /more than (\d+) rows/.exec(error.message);
  if (rows) {
    const first = () => { box.value = text.replace(/[;\s]+$/, "") + " LIMIT " + rows[1]; fitBox(); run(); };
    parts.push(make("p", {}, make("button", { type: "button", onclick: first }, "Show the first " + rows[1])));
  }
  box.setAttribute("aria-invalid", "true");
  byId("problem").replaceChildren(...parts);
  byId("problem").hidden = false;
}

function showRunning(running) {
  asking.running = running;
  byId("cancel").hidden = !running;
  document.body.classList.toggle("busy", Boolean(running));
}

async function cancelRun() {
  if (!asking.running) return;
  const { run, stop } = asking.running;
  call("/api/cancel", { run });
  stop.abort();
}

async function run() {
  const text = box.value, mode = modeNow();
  byId("search").value = "";
  closeOffers();
  clearProblem();
  if (text.trim() === "") { await showOverview(); return; }
  await cancelRun();
  const running = { run: crypto.getRandomValues(new Uint32Array(4)).join("-"), stop: new AbortController() };
  showRunning(running);
  const body = { [mode]: text, facts: factsWanted(), values: "text", run: running.run };
  if (mode === "query" && Object.keys(asking.parameters).length > 0)
    body.parameters = Object.fromEntries(Object.entries(asking.parameters).filter(([name]) => text.includes("$" + name)));
  const { ok, json } = await call(mode === "query" ? "/api/query" : "/api/ask", body, { signal: running.stop.signal });
  if (asking.running !== running) return;
  showRunning(null);
  if (!ok) { showProblem(json.error, text); return; }
  asking.answer = { ...json, mode, text };
  asking.row = -1;
  state.node = state.edge = null;
  showGraph(json.view);
  showAnswer();
}

function csvOf(answer) {
  const cell = (value) => (value === null ? "" : /[",\r\n]/.test(value) ? '"' + value.replace(/"/g, '""') + '"' : value);
  return [answer.columns, ...answer.rows].map((row) => row.map(cell).join(",") + "\r\n").join("");
}

/** What a row shows of the graph is chosen there: its first edge, else its first node. */
function chooseRow(i) {
  const part = asking.answer.parts[i] || { nodes: [], facts: [] };
  asking.row = asking.row === i ? -1 : i;
  const edge = asking.row < 0 ? null : edges.find((one) => one.facts && one.facts.some((id) => part.facts.includes(id)));
  const node = asking.row < 0 ? null : edge ? edge.source : part.nodes.map((id) => nodeById.get(id)).find(Boolean);
  for (const [number, row] of [...byId("answer").querySelectorAll("tbody tr")].entries())
    row.setAttribute("aria-current", String(number === asking.row));
  choose(node || null, edge || null, Boolean(node));
}

const kSaidByDetails = ["sentence", "document", "begin", "end"];

/** Of a question's many columns those that say something; what a row's details tell anyway is left out, too. */
function shownColumns(answer) {
  const all = answer.columns.map((name, i) => i);
  if (answer.mode !== "question" || !answer.parts.every((part) => part.facts.length > 0)) return all;
  const plain = { modality: "Asserted" };
  const some = all.filter((i) => !kSaidByDetails.includes(answer.columns[i]) && answer.rows.some((row) => row[i] !== null && row[i] !== plain[answer.columns[i]]));
  return some.length > 0 ? some : all;
}

/** A row that has nothing of the graph; of rows far down it is not known. */
const isBare = (part) => Boolean(part) && part.nodes.length === 0 && part.facts.length === 0;

function answerTable(answer) {
  const shown = shownColumns(answer);
  const rows = answer.rows.map((row) => shown.map((column) => row[column])).map((row, i) => make("tr", {}, make("td", {}, make("button", { type: "button", disabled: isBare(answer.parts[i]), "aria-label": "Show row " + (i + 1), onclick: () => chooseRow(i) }, String(i + 1))),
    ...row.map((value) => make("td", {}, value === null ? "" : make("div", { class: "clip", title: value.length > 120 ? value : null }, value)))));
  return make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Rows of the answer" }, make("table", {},
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "#"), ...shown.map((i) => make("th", { scope: "col" }, answer.columns[i])))),
    make("tbody", {}, ...rows)));
}

function showAnswer() {
  const answer = asking.answer;
  byId("table-csv").disabled = !answer;
  document.querySelector("main").classList.toggle("answered", Boolean(answer));
  if (!answer) { byId("answer").replaceChildren(make("p", { class: "soft" }, "Nothing was asked yet.")); showTab("filters"); return; }
  const count = answer.rows.length, words = count === 1 ? "1 row" : many(count) + " rows";
  const parts = [make("h2", {}, answer.more > 0 ? "The first " + many(count) + " of " + many(count + answer.more) + " rows" : words)];
  if (answer.mode === "question")
    parts.push(make("p", {}, make("span", { class: "soft" }, "Read as: "), answer.reading),
      make("details", {}, make("summary", {}, "The query made of it"), make("pre", { tabindex: "0" }, answer.query),
        answer.query.includes(";\n") ? null : make("button", { type: "button", onclick: () => { box.value = answer.query; setMode("query"); box.focus(); } }, "Edit it")),
      ...answer.notes.map((note) => make("p", { class: "soft" }, note)));
  if (answer.hidden > 0)
    parts.push(make("p", { class: "soft" }, `${many(answer.hidden)} more ${answer.hidden === 1 ? "is" : "are"} planned, called for, reported or denied. `,
      make("button", { type: "button", onclick: () => { byId("all-facts").checked = true; run(); } }, "Show them too")));
  if (count > 0) parts.push(answerTable(answer));
  byId("answer").replaceChildren(...parts.filter(Boolean));
  showTab("answer");
  fit();
}

function showTab(name) {
  for (const each of ["answer", "filters"]) {
    byId(each).hidden = each !== name;
    byId("tab-" + each).setAttribute("aria-selected", String(each === name));
    byId("tab-" + each).tabIndex = each === name ? 0 : -1;
  }
}

function listenToBox() {
  byId("asking").addEventListener("submit", (event) => { event.preventDefault(); run(); });
  byId("cancel").addEventListener("click", cancelRun);
  for (const mode of ["question", "query"]) byId("mode-" + mode).addEventListener("change", showMode);
  box.addEventListener("input", () => {
    fitBox();
    box.removeAttribute("aria-invalid");
    clearTimeout(asking.wait);
    asking.wait = setTimeout(() => offer(true), 120);
  });
  box.addEventListener("blur", closeOffers);
  box.addEventListener("keydown", (event) => {
    const open = asking.offers.length > 0, down = event.key === "ArrowDown";
    if (event.key === " " && event.ctrlKey) offer(false);
    else if (open && (down || event.key === "ArrowUp")) {
      asking.active = (asking.active + (down ? 1 : asking.offers.length - (asking.active < 0 ? 0 : 1))) % asking.offers.length;
      showOffers();
    } else if (open && event.key === "Tab" && !event.shiftKey) acceptOffer(Math.max(0, asking.active));
    else if (open && event.key === "Enter" && asking.active >= 0) acceptOffer(asking.active);
    else if (open && event.key === "Escape") closeOffers();
    else if (event.key === "Escape" && asking.running) cancelRun();
    else if (event.key === "Enter" && !event.shiftKey) { clearTimeout(asking.wait); asking.number += 1; run(); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  for (const [name, other] of [["answer", "filters"], ["filters", "answer"]]) {
    byId("tab-" + name).addEventListener("click", () => showTab(name));
    byId("tab-" + name).addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      showTab(other);
      byId("tab-" + other).focus();
    });
  }
}

async function listSaved() {
  const { ok, json } = await call("/api/saved");
  if (!ok) return;
  const list = byId("saved");
  list.append(...json.queries.map((saved) => make("option", { value: saved.name }, saved.title)));
  list.addEventListener("change", () => {
    const saved = json.queries.find((one) => one.name === list.value);
    list.value = "";
    if (!saved) return;
    // The defaults stand in the text, so that they can be seen and changed.
    const literal = (value) => (typeof value === "string" ? "'" + value.replace(/[\\']/g, "\\$&") + "'" : JSON.stringify(value));
    box.value = saved.query.split("\n").filter((line) => !line.startsWith("//")).join("\n").trim()
      .replace(/\$(\w+)/g, (all, name) => (name in saved.parameters ? literal(saved.parameters[name]) : all));
    setMode("query");
    run();
  });
}
