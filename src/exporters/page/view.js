// The drawing: a canvas with nodes as discs and edges as curves, moved and enlarged.
const canvas = document.getElementById("canvas");
const pen = canvas.getContext("2d");
const camera = { x: 0, y: 0, scale: 1 };
const stage = { width: 1, height: 1 };  // asked of the page once a drawing, not once an edge
const kWhileMoving = 6000;  // edges drawn while the drawing moves
let hovered = null, awaited = false, moving = 0;

function measure() {
  stage.width = canvas.clientWidth;
  stage.height = canvas.clientHeight;
}

const toScreen = (x, y) => [(x - camera.x) * camera.scale + stage.width / 2,
  (y - camera.y) * camera.scale + stage.height / 2];
const toGraph = (x, y) => [(x - stage.width / 2) / camera.scale + camera.x,
  (y - stage.height / 2) / camera.scale + camera.y];
const radius = (node) => Math.max(1.5, node.size * Math.min(1.6, Math.max(0.45, Math.sqrt(camera.scale))));
const colourOf = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const communityColour = (number) => data.communityColours[Math.min(number, data.communityColours.length - 1)];
const nodeColour = (node) => (state.colour === "community" ? communityColour(node.community) : data.classes[node.cls].colour);

function fit() {
  measure();
  const all = nodes.filter((node) => node.shown);
  if (all.length === 0) return;
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const node of all) {
    left = Math.min(left, node.x); right = Math.max(right, node.x);
    top = Math.min(top, node.y); bottom = Math.max(bottom, node.y);
  }
  camera.x = (left + right) / 2;
  camera.y = (top + bottom) / 2;
  camera.scale = Math.min(3, 0.9 * Math.min(stage.width / (right - left + 60), stage.height / (bottom - top + 60)));
  moved();
}

function centreOn(node) {
  camera.x = node.x;
  camera.y = node.y;
  camera.scale = Math.max(camera.scale, 0.7);
  moved();
}

function zoom(factor, x = stage.width / 2, y = stage.height / 2) {
  const [gx, gy] = toGraph(x, y);
  camera.scale = Math.min(40, Math.max(0.005, camera.scale * factor));
  camera.x = gx - (x - stage.width / 2) / camera.scale;
  camera.y = gy - (y - stage.height / 2) / camera.scale;
  moved();
}

function moved() {
  state.view = [camera.x, camera.y, camera.scale];
  clearTimeout(moving);
  moving = setTimeout(() => { moving = 0; redraw(); }, 150);
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
  const [x1, y1, mx, my, x2, y2] = points;
  return Math.max(x1, mx, x2) < 0 || Math.min(x1, mx, x2) > stage.width ||
    Math.max(y1, my, y2) < 0 || Math.min(y1, my, y2) > stage.height;
}

function trace(edge) {
  const points = curve(edge);
  if (!points) {
    const [x, y] = toScreen(edge.source.x, edge.source.y), r = radius(edge.source);
    pen.moveTo(x + r, y - r);
    pen.arc(x, y - r, r, 0, 2 * Math.PI);
  } else if (!outside(points)) {
    pen.moveTo(points[0], points[1]);
    if (edge.bend === 0) pen.lineTo(points[4], points[5]);
    else pen.quadraticCurveTo(points[2], points[3], points[4], points[5]);
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

const kDashes = { solid: [], dashed: [6, 4], dotted: [1.5, 3] };
const kStroke = 64;  // edges a stroke: one costs more for each, very many do, too

/** Edges of one look in few strokes: that is what makes 30,000 of them quick. */
function drawEdges(bright) {
  const looks = new Map(), step = moving ? Math.ceil(edges.length / kWhileMoving) : 1;
  for (const edge of edges) {
    if (!edge.shown || isBright(edge) !== bright || edge.number % step !== 0) continue;
    const look = edge.relation.colour + edge.line;
    if (!looks.has(look)) looks.set(look, []);
    looks.get(look).push(edge);
  }
  let total = 0;
  for (const all of looks.values()) total += all.length;
  const alpha = total < 300 ? 0.8 : total < 2000 ? 0.6 : total < 8000 ? 0.4 : 0.22;
  for (const all of looks.values()) {
    const first = all[0], few = all.length < 2000;
    pen.globalAlpha = bright ? alpha : 0.07;
    pen.strokeStyle = pen.fillStyle = first.relation.colour;
    pen.lineWidth = bright && (state.node || state.edge) && total < 150 ? 2 : 1.1;
    pen.setLineDash(kDashes[first.line]);
    for (let from = 0; from < all.length; from += kStroke) {
      pen.beginPath();
      for (let i = from; i < Math.min(all.length, from + kStroke); i += 1) trace(all[i]);
      pen.stroke();
    }
    pen.setLineDash([]);
    if (!bright || !few || camera.scale < 0.12) continue;
    pen.beginPath();
    for (const edge of all) arrow(edge);
    pen.fill();
  }
  pen.globalAlpha = 1;
}

function drawNodes(near) {
  const [accent, ground] = [colourOf("--accent"), colourOf("--ground")];
  for (const node of nodes) {
    if (!node.shown) continue;
    const [x, y] = toScreen(node.x, node.y), r = radius(node);
    if (x < -r || y < -r || x > stage.width + r || y > stage.height + r) continue;
    pen.globalAlpha = !near || near.has(node) ? 1 : 0.15;
    pen.beginPath();
    pen.arc(x, y, r, 0, 2 * Math.PI);
    pen.fillStyle = nodeColour(node);
    pen.fill();
    pen.lineWidth = node === state.node || node === hovered ? 3 : 1;
    pen.strokeStyle = node === state.node || node === hovered ? accent : ground;
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

/** Names where they have room, those of the best-linked first. */
function labels(near) {
  const taken = new Set(), placed = [];
  const wanted = near ? [...near].sort((a, b) => b.edges.length - a.edges.length || a.number - b.number) : byDegree;
  const most = near || camera.scale > 0.5 ? 160 : 70;
  for (const node of hovered ? [hovered, ...wanted] : wanted) {
    if (!node.shown || placed.length >= most) continue;
    const [x, y] = toScreen(node.x, node.y);
    if (x < 0 || y < 0 || x > stage.width || y > stage.height) continue;
    const text = node.label.length > 40 ? node.label.slice(0, 39) + "\u2026" : node.label;
    const cells = [];
    const width = text.length * 6.5, right = x + radius(node) + 3;
    const left = right + width < stage.width ? right : Math.max(2, x - radius(node) - 3 - width);
    for (let step = 0; step <= width + 10; step += 20)
      for (const row of [y - 6, y + 6]) cells.push(Math.floor((left + step) / 20) + " " + Math.floor(row / 16));
    if (cells.some((cell) => taken.has(cell)) && node !== hovered && node !== state.node) continue;
    for (const cell of cells) taken.add(cell);
    placed.push([text, left, y + 4]);
  }
  return placed;
}

function draw() {
  measure();
  const ratio = window.devicePixelRatio || 1;
  const [width, height] = [Math.round(stage.width * ratio), Math.round(stage.height * ratio)];
  if (canvas.width !== width || canvas.height !== height) { canvas.width = width; canvas.height = height; }
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.fillStyle = colourOf("--ground");
  pen.fillRect(0, 0, stage.width, stage.height);
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
    if (x < Math.min(x1, mx, x2) - 6 || x > Math.max(x1, mx, x2) + 6 || y < Math.min(y1, my, y2) - 6 || y > Math.max(y1, my, y2) + 6) continue;
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
