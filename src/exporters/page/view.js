// The drawing: a canvas with nodes as discs and edges as curves, moved and enlarged.
const canvas = document.getElementById("canvas");
const pen = canvas.getContext("2d");
const camera = { x: 0, y: 0, scale: 1 };
let hovered = null, awaited = false;

const toScreen = (x, y) => [(x - camera.x) * camera.scale + canvas.clientWidth / 2,
  (y - camera.y) * camera.scale + canvas.clientHeight / 2];
const toGraph = (x, y) => [(x - canvas.clientWidth / 2) / camera.scale + camera.x,
  (y - canvas.clientHeight / 2) / camera.scale + camera.y];
const radius = (node) => Math.max(1.5, node.size * Math.min(1.6, Math.max(0.45, Math.sqrt(camera.scale))));
const colourOf = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function fit() {
  const all = nodes.filter((node) => node.shown);
  if (all.length === 0) return;
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const node of all) {
    left = Math.min(left, node.x); right = Math.max(right, node.x);
    top = Math.min(top, node.y); bottom = Math.max(bottom, node.y);
  }
  camera.x = (left + right) / 2;
  camera.y = (top + bottom) / 2;
  camera.scale = Math.min(3, 0.9 * Math.min(canvas.clientWidth / (right - left + 60), canvas.clientHeight / (bottom - top + 60)));
  moved();
}

function centreOn(node) {
  camera.x = node.x;
  camera.y = node.y;
  camera.scale = Math.max(camera.scale, 0.7);
  moved();
}

function zoom(factor, x = canvas.clientWidth / 2, y = canvas.clientHeight / 2) {
  const [gx, gy] = toGraph(x, y);
  camera.scale = Math.min(40, Math.max(0.005, camera.scale * factor));
  camera.x = gx - (x - canvas.clientWidth / 2) / camera.scale;
  camera.y = gy - (y - canvas.clientHeight / 2) / camera.scale;
  moved();
}

function moved() {
  state.view = [camera.x, camera.y, camera.scale];
  redraw();
  rememberSoon();
}

function redraw() {
  if (awaited) return;
  awaited = true;
  requestAnimationFrame(() => { awaited = false; draw(); });
}

/** What stands out: the chosen node with its neighbours, or the chosen edge's ends. Null when nothing is chosen. */
function chosenNodes() {
  if (state.edge) return new Set([state.edge.source, state.edge.target]);
  if (!state.node) return null;
  const near = new Set([state.node]);
  for (const edge of state.node.edges) if (edge.shown) near.add(edge.source).add(edge.target);
  return near;
}

function isBright(edge) {
  if (state.edge) return edge === state.edge;
  return !state.node || edge.source === state.node || edge.target === state.node;
}

/** Start, bend and end of an edge on the screen. */
function curve(edge) {
  const [x1, y1] = toScreen(edge.source.x, edge.source.y), [x2, y2] = toScreen(edge.target.x, edge.target.y);
  if (edge.source === edge.target) return null;
  return [x1, y1, (x1 + x2) / 2 - (y2 - y1) * edge.bend, (y1 + y2) / 2 + (x2 - x1) * edge.bend, x2, y2];
}

function outside(points) {
  const xs = [points[0], points[2], points[4]], ys = [points[1], points[3], points[5]];
  return Math.max(...xs) < 0 || Math.min(...xs) > canvas.clientWidth || Math.max(...ys) < 0 || Math.min(...ys) > canvas.clientHeight;
}

function trace(edge) {
  const points = curve(edge);
  if (!points) {
    const [x, y] = toScreen(edge.source.x, edge.source.y), r = radius(edge.source);
    pen.moveTo(x + r, y - r);
    pen.arc(x, y - r, r, 0, 2 * Math.PI);
  } else if (!outside(points)) {
    pen.moveTo(points[0], points[1]);
    pen.quadraticCurveTo(points[2], points[3], points[4], points[5]);
  }
}

function arrow(edge) {
  const points = curve(edge);
  if (!points || edge.kind.symmetric || outside(points)) return;
  const [, , mx, my, x, y] = points, length = Math.hypot(x - mx, y - my) || 1;
  const ux = (x - mx) / length, uy = (y - my) / length, r = radius(edge.target) + 1;
  const [tx, ty] = [x - ux * r, y - uy * r];
  pen.moveTo(tx, ty);
  pen.lineTo(tx - ux * 7 - uy * 3, ty - uy * 7 + ux * 3);
  pen.lineTo(tx - ux * 7 + uy * 3, ty - uy * 7 - ux * 3);
  pen.closePath();
}

/** Edges of one look in one stroke: that is what makes 30,000 of them quick. */
function drawEdges(bright) {
  const looks = new Map();
  for (const edge of edges) {
    if (!edge.shown || isBright(edge) !== bright) continue;
    const look = edge.relation.colour + (edge.kind.negated ? "dotted" : edge.kind.modality === "Asserted" ? "" : "dashed");
    if (!looks.has(look)) looks.set(look, []);
    looks.get(look).push(edge);
  }
  for (const all of looks.values()) {
    const first = all[0], few = all.length < 2000;
    pen.globalAlpha = bright ? (few ? 0.8 : 0.35) : 0.07;
    pen.strokeStyle = pen.fillStyle = first.relation.colour;
    pen.lineWidth = bright && (state.node || state.edge) ? 2 : 1.1;
    pen.setLineDash(first.kind.negated ? [1.5, 3] : first.kind.modality === "Asserted" ? [] : [6, 4]);
    pen.beginPath();
    for (const edge of all) trace(edge);
    pen.stroke();
    pen.setLineDash([]);
    if (!bright || !few || camera.scale < 0.12) continue;
    pen.beginPath();
    for (const edge of all) arrow(edge);
    pen.fill();
  }
  pen.globalAlpha = 1;
}

function drawNodes(near) {
  for (const node of nodes) {
    if (!node.shown) continue;
    const [x, y] = toScreen(node.x, node.y), r = radius(node);
    if (x < -r || y < -r || x > canvas.clientWidth + r || y > canvas.clientHeight + r) continue;
    pen.globalAlpha = !near || near.has(node) ? 1 : 0.15;
    pen.beginPath();
    pen.arc(x, y, r, 0, 2 * Math.PI);
    pen.fillStyle = data.classes[node.cls].colour;
    pen.fill();
    pen.lineWidth = node === state.node || node === hovered ? 3 : 1;
    pen.strokeStyle = colourOf(node === state.node || node === hovered ? "--accent" : "--ground");
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

const byDegree = [...nodes].sort((a, b) => b.edges.length - a.edges.length || a.number - b.number);

/** Names where they have room, those of the best-linked first. */
function labels(near) {
  const taken = new Set(), placed = [];
  const wanted = near ? [...near].concat(byDegree) : byDegree;
  for (const node of hovered ? [hovered, ...wanted] : wanted) {
    if (!node.shown || placed.length >= 160 || (near && !near.has(node) && node !== hovered)) continue;
    const [x, y] = toScreen(node.x, node.y);
    if (x < 0 || y < 0 || x > canvas.clientWidth || y > canvas.clientHeight) continue;
    const text = node.label.length > 40 ? node.label.slice(0, 39) + "\u2026" : node.label;
    const cells = [];
    for (let step = 0; step <= text.length * 6.5; step += 20) cells.push(Math.floor((x + step) / 20) + " " + Math.floor(y / 16));
    if (cells.some((cell) => taken.has(cell)) && node !== hovered && node !== state.node) continue;
    for (const cell of cells) taken.add(cell);
    placed.push([text, x + radius(node) + 3, y + 4]);
  }
  return placed;
}

function draw() {
  const ratio = window.devicePixelRatio || 1;
  const [width, height] = [Math.round(canvas.clientWidth * ratio), Math.round(canvas.clientHeight * ratio)];
  if (canvas.width !== width || canvas.height !== height) { canvas.width = width; canvas.height = height; }
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.fillStyle = colourOf("--ground");
  pen.fillRect(0, 0, canvas.clientWidth, canvas.clientHeight);
  const near = chosenNodes();
  if (near) drawEdges(false);
  drawEdges(true);
  drawNodes(near);
  pen.font = "12px system-ui, sans-serif";
  pen.lineWidth = 3;
  pen.lineJoin = "round";
  pen.strokeStyle = colourOf("--ground");
  pen.fillStyle = colourOf("--text");
  for (const [text, x, y] of labels(near)) { pen.strokeText(text, x, y); pen.fillText(text, x, y); }
}

function nodeAt(x, y) {
  let best = null, least = 6;
  for (const node of nodes) {
    if (!node.shown) continue;
    const [sx, sy] = toScreen(node.x, node.y), distance = Math.hypot(sx - x, sy - y) - radius(node);
    if (distance < least) { best = node; least = distance; }
  }
  return best;
}

function edgeAt(x, y) {
  let best = null, least = 6;
  for (const edge of edges) {
    const points = edge.shown ? curve(edge) : null;
    if (!points || outside(points)) continue;
    const [x1, y1, mx, my, x2, y2] = points;
    let [px, py] = [x1, y1];
    for (let i = 1; i <= 8; i += 1) {
      const t = i / 8, u = 1 - t;
      const nx = u * u * x1 + 2 * u * t * mx + t * t * x2, ny = u * u * y1 + 2 * u * t * my + t * t * y2;
      const length = (nx - px) ** 2 + (ny - py) ** 2 || 1;
      const along = Math.min(1, Math.max(0, ((x - px) * (nx - px) + (y - py) * (ny - py)) / length));
      const distance = Math.hypot(px + along * (nx - px) - x, py + along * (ny - py) - y);
      if (distance < least) { best = edge; least = distance; }
      [px, py] = [nx, ny];
    }
  }
  return best;
}
