// A range of bars: drag over them, or press Shift and Enter on the first and then on the last. One Tab stop for all of
// them, arrow keys between. Without this file each bar is a link, and two lists below the drawing choose a range.

const view = document.getElementById("view");
const status = document.getElementById("status");
const FEWEST_PIXELS = 6; // Less is a click, and the bar's link is followed.
let begun = null; // The id of the bar that a range was begun on by keyboard.
let drag = null;

function go(address) {
  if (!window.htmx) return window.location.assign(address); // It comes after this file.
  window.htmx.ajax("GET", address, { source: view, target: view, select: "#view > *", swap: "innerHTML show:none" });
}

function address(band, first, last) {
  const [from, to] = [first.dataset.from, last.dataset.to];
  return band.dataset.before + from + band.dataset.between + to + band.dataset.after;
}

/** The address from one bar to another, whichever comes first. */
function between(one, other) {
  const band = one.closest(".band");
  const [first, last] = one.dataset.from <= other.dataset.from ? [one, other] : [other, one];
  return address(band, first, last);
}

/** One stop for the Tab key: the bar last focused, else the first of the range that is chosen, else the first. */
function prepare() {
  for (const drawing of view.querySelectorAll(".density")) {
    const bars = [...drawing.querySelectorAll("a")];
    const stop = bars.find((bar) => bar === document.activeElement || bar.hasAttribute("aria-current")) ?? bars[0];
    for (const bar of bars) bar.setAttribute("tabindex", bar === stop ? "0" : "-1");
  }
}

function move(bar, step) {
  const bars = [...bar.closest(".density").querySelectorAll("a")];
  const next = bars[bars.indexOf(bar) + step];
  if (!next) return;
  bar.setAttribute("tabindex", "-1");
  next.setAttribute("tabindex", "0");
  next.focus();
}

function begin(bar) {
  forget();
  begun = bar.id;
  bar.classList.add("begun");
  status.textContent = bar.closest(".band").dataset.begun;
}

function forget() {
  if (begun) document.getElementById(begun)?.classList.remove("begun");
  begun = null;
}

view.addEventListener("keydown", (event) => {
  const bar = event.target.closest?.(".density a");
  if (!bar) return;
  const isMirrored = document.documentElement.dir === "rtl";
  const steps = { ArrowRight: isMirrored ? -1 : 1, ArrowLeft: isMirrored ? 1 : -1 };
  if (event.key in steps && !event.altKey && !event.ctrlKey && !event.metaKey) {
    move(bar, steps[event.key]);
  } else if (event.key === "Enter" && event.shiftKey) {
    const first = begun && document.getElementById(begun);
    if (first && first.closest(".density") === bar.closest(".density")) {
      forget();
      go(between(first, bar));
    } else {
      begin(bar);
    }
  } else if (event.key === "Escape" && begun) {
    forget();
    status.textContent = "";
  } else {
    return;
  }
  event.preventDefault();
});

view.addEventListener("click", (event) => {
  const bar = event.target.closest?.(".density a");
  if (!bar || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
  event.preventDefault();
  if (!drag?.isRange) go(bar.getAttribute("href"));
});

// -- by drag --------------------------------------------------------------------------------------------------

view.addEventListener("pointerdown", (event) => {
  const drawing = event.target.closest?.(".density");
  if (!drawing || event.button || !event.isPrimary) return;
  drag = { drawing, x: event.clientX, isRange: false, bar: barAt(drawing, event.clientX) };
});

view.addEventListener("pointermove", (event) => {
  if (!drag || !event.buttons || (!drag.isRange && Math.abs(event.clientX - drag.x) < FEWEST_PIXELS)) return;
  if (!drag.isRange) drag.drawing.setPointerCapture(event.pointerId);
  drag.isRange = true;
  drag.last = barAt(drag.drawing, event.clientX);
  show(drag);
});

view.addEventListener("pointerup", () => {
  const done = drag;
  document.querySelector(".drawn")?.remove();
  setTimeout(() => (drag = null)); // After the click that follows.
  if (done?.isRange && done.last) go(between(done.bar, done.last));
});

view.addEventListener("pointercancel", () => {
  document.querySelector(".drawn")?.remove();
  drag = null;
});

// A link can be dragged away by itself; here that would end the range.
view.addEventListener("dragstart", (event) => {
  if (event.target.closest?.(".density")) event.preventDefault();
});

/** The bar, empty or not, under a place on the screen; the outermost beyond the edges. */
function barAt(drawing, x) {
  const bars = [...drawing.querySelectorAll("[data-from]")];
  const distance = (bar) => {
    const box = hitOf(bar).getBoundingClientRect();
    return Math.max(box.x - x, x - box.x - box.width, 0);
  };
  return bars.reduce((best, bar) => (distance(bar) < distance(best) ? bar : best));
}

/** What of a bar is pointed at: a bar without events is nothing else. */
function hitOf(bar) {
  return bar.querySelector(".hit") ?? bar;
}

function show({ drawing, bar, last }) {
  const boxes = [bar, last].map(hitOf);
  const starts = boxes.map((box) => Number(box.getAttribute("x")));
  const ends = boxes.map((box, at) => starts[at] + Number(box.getAttribute("width")));
  const frame = drawing.querySelector(".drawn") ?? document.createElementNS(drawing.namespaceURI, "rect");
  frame.setAttribute("class", "drawn");
  frame.setAttribute("x", Math.min(...starts));
  frame.setAttribute("width", Math.max(...ends) - Math.min(...starts));
  frame.setAttribute("height", boxes[0].getAttribute("height"));
  drawing.append(frame);
}

// -- what a bar says ------------------------------------------------------------------------------------------

let resting = null; // What the line says while no bar is pointed at.

function tell(event) {
  const bar = event.target.closest?.(".density [data-from]");
  const line = document.getElementById("led");
  const words = bar && (bar.getAttribute("aria-label") ?? bar.dataset.label);
  if (!line || !words) return;
  resting ??= { line, nodes: [...line.childNodes] };
  line.textContent = words;
}

function rest() {
  resting?.line.replaceChildren(...resting.nodes);
  resting = null;
}

for (const name of ["mouseover", "focusin"]) view.addEventListener(name, tell);
for (const name of ["mouseout", "focusout"]) view.addEventListener(name, rest);

document.body.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target === view) prepare();
});
prepare();
