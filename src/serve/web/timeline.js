// How the edges that are shown lie in time: bars, and two handles that say from when to when.
const timeline = { starts: [], ends: [], counts: [], step: "" };
const kMostBars = 120;

const isoDay = (date) => date.toISOString().slice(0, 10);

/** First days of years, months or days from one day to another. */
function periods(first, last, step) {
  const starts = [], end = new Date(last + "T00:00:00Z");
  const day = new Date((step === "year" ? first.slice(0, 4) + "-01-01" : step === "month" ? first.slice(0, 7) + "-01" : first) + "T00:00:00Z");
  while (day <= end && starts.length <= 4000) {
    starts.push(isoDay(day));
    if (step === "year") day.setUTCFullYear(day.getUTCFullYear() + 1);
    else if (step === "month") day.setUTCMonth(day.getUTCMonth() + 1);
    else day.setUTCDate(day.getUTCDate() + 1);
  }
  return starts;
}

const fullDay = (text, end) => /^\d{4}$/.test(text) ? text + (end ? "-12-31" : "-01-01") : /^\d{4}-\d\d$/.test(text) ? text + (end ? "-28" : "-01") : text;
const isDay = (text) => /^\d{4}-\d\d-\d\d$/.test(text);

/** The days that an edge is told for; null where there are none. */
function daysOf(edge) {
  const first = fullDay(edge.first || edge.last || "", false), last = fullDay(edge.last || edge.first || "", true);
  return isDay(first) && isDay(last) ? [first, last < first ? first : last] : null;
}

/** Works out the periods of all edges: the finest that give few enough bars. */
function buildTimeline() {
  const days = edges.map(daysOf).filter(Boolean);
  timeline.starts = [];
  if (days.length > 0) {
    const first = days.reduce((least, [day]) => (day < least ? day : least), days[0][0]);
    const last = days.reduce((most, [, day]) => (day > most ? day : most), days[0][1]);
    for (const step of ["day", "month", "year"]) {
      timeline.step = step;
      timeline.starts = periods(first, last, step);
      if (timeline.starts.length <= kMostBars) break;
    }
  }
  timeline.ends = timeline.starts.map((_, i) => {
    const next = new Date((timeline.starts[i + 1] || "9999-12-31") + "T00:00:00Z");
    next.setUTCDate(next.getUTCDate() - 1);
    return isoDay(next);
  });
  showTimeline();
}

/** The first period that begins at a day or behind it. */
const periodOf = (day) => { const i = timeline.ends.findIndex((end) => end >= day); return i < 0 ? timeline.ends.length - 1 : i; };
const nameOf = (i) => timeline.starts[i].slice(0, timeline.step === "year" ? 4 : timeline.step === "month" ? 7 : 10);

function setPeriods(from, to) {
  const last = timeline.starts.length - 1;
  state.from = from > 0 ? timeline.starts[from] : "";
  state.to = to < last ? timeline.ends[to] : "";
  for (const name of ["from", "to"]) if (byId("day-" + name)) byId("day-" + name).value = state[name];
  filtersChanged();
}

function handle(id, label, value, changed) {
  const input = make("input", { type: "range", id, min: "0", max: String(timeline.starts.length - 1), step: "1", "aria-label": label,
    "aria-valuetext": nameOf(value), oninput: (event) => changed(Number(event.target.value)) });
  input.value = String(value);
  return input;
}

/** Draws it anew, for another graph. */
function showTimeline() {
  const place = byId("timeline"), count = timeline.starts.length;
  place.hidden = count < 2;
  timeline.bars = [];
  if (count < 2) { place.replaceChildren(); return; }
  const counts = new Array(count).fill(0);
  let dated = 0;
  for (const edge of edges) {
    const days = daysOf(edge);
    if (!days) continue;
    dated += 1;
    for (let i = periodOf(days[0]); i <= periodOf(days[1]); i += 1) counts[i] += 1;
  }
  const most = Math.max(...counts, 1);
  timeline.bars = counts.map((number, i) => {
    const bar = make("i", { title: nameOf(i) + ": " + number, onclick: () => setPeriods(i, i) });
    bar.style.height = number === 0 ? "1px" : Math.max(6, Math.round(100 * number / most)) + "%";
    return bar;
  });
  place.replaceChildren(
    make("div", { class: "bars", role: "img", "aria-label": `Edges from ${nameOf(0)} to ${nameOf(count - 1)}, by ${timeline.step}` }, ...timeline.bars),
    make("div", { class: "handles" },
      handle("time-from", "From", 0, (value) => setPeriods(Math.min(value, timeline.to), timeline.to)),
      handle("time-to", "To", count - 1, (value) => setPeriods(timeline.from, Math.max(value, timeline.from)))),
    make("div", { class: "line" }, make("span", { id: "time-shown" }),
      make("span", { class: "soft" }, `${dated} of ${edges.length} edges have a date`),
      make("button", { type: "button", id: "time-all", onclick: () => setPeriods(0, count - 1) }, "All times")));
  refreshTimeline();
}

/** Which of it is shown. */
function refreshTimeline() {
  const count = timeline.starts.length;
  if (count < 2 || !timeline.bars || timeline.bars.length !== count) return;
  timeline.from = state.from ? periodOf(state.from) : 0;
  timeline.to = state.to ? periodOf(state.to) : count - 1;
  timeline.bars.forEach((bar, i) => { bar.className = i >= timeline.from && i <= timeline.to ? "in" : ""; });
  for (const [id, value] of [["time-from", timeline.from], ["time-to", timeline.to]]) {
    byId(id).value = String(value);
    byId(id).setAttribute("aria-valuetext", nameOf(value));
  }
  byId("time-shown").textContent = nameOf(timeline.from) + (timeline.from === timeline.to ? "" : " to " + nameOf(timeline.to));
  byId("time-all").disabled = !state.from && !state.to;
}
