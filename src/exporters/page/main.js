// Brings graph, drawing and panels together.
let remembering = 0;

function rememberSoon() {
  clearTimeout(remembering);
  remembering = setTimeout(() => history.replaceState(null, "", stateToHash()), 150);
}

function filtersChanged() {
  applySizes();
  const { nodeCount, edgeCount } = applyFilters();
  byId("counts").textContent = `${many(nodeCount)} of ${many(nodes.length)} entities, ${many(edgeCount)} of ${many(edges.length)} edges`;
  redraw();
  showDetails();
  rememberSoon();
}

function choose(node, edge, move = false) {
  state.node = node;
  state.edge = edge;
  filtersChanged();
  if (move && node) centreOn(node);
  canvas.dataset.chosen = edge ? edge.key : node ? node.id : "";
}

function showTheme() {
  const dark = state.theme ? state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  byId("theme").setAttribute("aria-pressed", String(dark));
  redraw();
}

function showFound(found, active) {
  const list = byId("found");
  list.replaceChildren(...found.map((node, i) => make("li", { role: "option", id: "found-" + i, "aria-selected": String(i === active),
    onmousedown: (event) => { event.preventDefault(); take(node); } }, node.label, " ", make("small", {}, node.classLabel || data.classes[node.cls].label))));
  list.hidden = found.length === 0;
  byId("search").setAttribute("aria-expanded", String(found.length > 0));
  if (active >= 0) byId("search").setAttribute("aria-activedescendant", "found-" + active);
  else byId("search").removeAttribute("aria-activedescendant");
}

function take(node) {
  showFound([], -1);
  byId("search").value = node.label;
  if (node.take) node.take();
  else choose(node, null, true);
}

function listenToSearch() {
  let found = [], active = -1;
  const search = byId("search");
  const show = (nodesFound) => { found = nodesFound; active = found.length > 0 ? 0 : -1; showFound(found, active); };
  search.addEventListener("input", () => {
    const words = search.value;
    if (typeof liveFind === "function") liveFind(words).then((nodesFound) => { if (search.value === words) show(nodesFound); });
    else show(findNodes(words));
  });
  search.addEventListener("blur", () => showFound([], -1));
  search.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (found.length > 0) active = (active + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length;
      showFound(found, active);
    } else if (event.key === "Enter" && found[active]) {
      take(found[active]);
      found = [];
    } else if (event.key === "Escape") {
      search.value = "";
      found = [];
      showFound([], -1);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });
}

function listenToPointer() {
  const pointers = new Map();
  let from = null, spread = 0;
  const place = (event) => [event.offsetX, event.offsetY];
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, place(event));
    from = pointers.size === 1 ? place(event) : null;
    spread = 0;
  });
  canvas.addEventListener("pointermove", (event) => {
    const [x, y] = place(event), last = pointers.get(event.pointerId);
    if (!last) {
      const node = nodeAt(x, y);
      canvas.style.cursor = node ? "pointer" : "grab";
      if (node !== hovered) { hovered = node; redraw(); }
      return;
    }
    pointers.set(event.pointerId, [x, y]);
    if (pointers.size === 2) {
      const [[ax, ay], [bx, by]] = [...pointers.values()], now = Math.hypot(ax - bx, ay - by);
      if (spread > 0) zoom(now / spread, (ax + bx) / 2, (ay + by) / 2);
      spread = now;
    } else if (!from || Math.hypot(x - from[0], y - from[1]) > 4) {
      from = null;
      camera.x -= (x - last[0]) / camera.scale;
      camera.y -= (y - last[1]) / camera.scale;
      moved();
    }
  });
  const end = (event) => {
    if (from && pointers.size === 1 && event.type === "pointerup") {
      const node = nodeAt(...from), edge = node ? null : edgeAt(...from);
      choose(node || (edge && (state.node === edge.source || state.node === edge.target) ? state.node : null), edge);
    }
    pointers.delete(event.pointerId);
    from = null;
  };
  canvas.addEventListener("pointerup", end);
  canvas.addEventListener("pointercancel", end);
  canvas.addEventListener("dblclick", (event) => {
    const node = nodeAt(event.offsetX, event.offsetY);
    if (node) toggleOpen(node);
  });
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), event.offsetX, event.offsetY);
  }, { passive: false });
}

function listenToKeys() {
  const step = (dx, dy) => { camera.x += dx / camera.scale; camera.y += dy / camera.scale; moved(); };
  const keys = { ArrowLeft: () => step(-60, 0), ArrowRight: () => step(60, 0), ArrowUp: () => step(0, -60), ArrowDown: () => step(0, 60),
    "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: fit };
  canvas.addEventListener("keydown", (event) => {
    if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    keys[event.key]();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") choose(state.edge ? state.node : null, null);
    if (event.key !== "/" || ["INPUT", "TEXTAREA"].includes(event.target.tagName)) return;
    event.preventDefault();
    byId("search").focus();
  });
}

function save(blob, name) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
const fixed = (number) => number.toFixed(1);

/** What the canvas shows, as lines and discs. */
function svgOfView() {
  measure();
  const near = chosenNodes(), parts = [];
  const line = (edge) => {
    const points = curve(edge);
    if (!points || outside(points)) return;
    const dash = edge.line === "solid" ? "" : ` stroke-dasharray="${kDashes[edge.line].join(" ")}"`;
    const [x1, y1, mx, my, x2, y2] = points.map(fixed);
    parts.push(`<path d="M${x1} ${y1}Q${mx} ${my} ${x2} ${y2}" fill="none" stroke="${edge.relation.colour}" opacity="${isBright(edge) ? 0.8 : 0.1}"${dash}><title>${escaped(edge.kind.label)}</title></path>`);
  };
  for (const edge of edges) if (edge.shown) line(edge);
  for (const node of nodes) {
    if (!node.shown) continue;
    const [x, y] = toScreen(node.x, node.y).map(fixed);
    parts.push(`<circle cx="${x}" cy="${y}" r="${fixed(radius(node))}" fill="${nodeColour(node)}" opacity="${!near || near.has(node) ? 1 : 0.15}"><title>${escaped(node.label)}</title></circle>`);
  }
  const ink = colourOf("--text");
  for (const [text, x, y] of labels(near))
    parts.push(`<text x="${fixed(x)}" y="${fixed(y)}" fill="${ink}">${escaped(text)}</text>`);
  const { width, height } = stage;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif" font-size="12"><rect width="${width}" height="${height}" fill="${colourOf("--ground")}"/>${parts.join("\n")}</svg>\n`;
}

function listenToButtons() {
  byId("fit").addEventListener("click", fit);
  byId("png").addEventListener("click", () => { draw(); canvas.toBlob((blob) => save(blob, "graph.png")); });
  byId("svg").addEventListener("click", () => save(new Blob([svgOfView()], { type: "image/svg+xml" }), "graph.svg"));
  byId("theme").addEventListener("click", () => {
    state.theme = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    showTheme();
    rememberSoon();
  });
  if (typeof start !== "function") byId("skip").addEventListener("click", (event) => { event.preventDefault(); byId("search").focus(); });
}

function readAddress() {
  stateFromHash(location.hash);
  showTheme();
  showFilters();
  choose(state.node, state.edge);
  if (state.view) [camera.x, camera.y, camera.scale] = state.view;
  else fit();
  redraw();
}

listenToSearch();
listenToPointer();
listenToKeys();
listenToButtons();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", showTheme);
new ResizeObserver(redraw).observe(canvas);
window.addEventListener("hashchange", () => { if (location.hash !== stateToHash()) readAddress(); });
if (data.allEdges > edges.length) {
  byId("notice").textContent = `${many(edges.length)} of ${many(data.allEdges)} edges are shown: those that most sentences say, then the surest.`;
  byId("notice").hidden = false;
}
readAddress();
document.documentElement.dataset.ready = "yes";
requestAnimationFrame(() => setTimeout(() => performance.mark("drawn")));  // behind the first drawing
