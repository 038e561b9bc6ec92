// Every step in the lanes is a link; here it changes only the lanes, leaves the reader where they were, and is said.
// While the lanes have the focus, plus and minus zoom; arrows scroll as they do in any box, and past its ends they go
// on to the window beside it; on a mark they go to the next one. Without this file each step is a page.

const view = document.getElementById("view");
const status = document.getElementById("status");
const EDGE = 2; // Pixels from the end of the box that still count as its end.

const box = () => document.getElementById("lanes-box");
const isMirrored = () => document.documentElement.dir === "rtl";

/** Follow a link of the lanes within the page. The fragment has the same parameters under its own path. */
function go(link, focus) {
  const address = new URL(link.getAttribute("href"), window.location.href);
  link.setAttribute("hx-push-url", address.pathname + address.search);
  const fragment = address.pathname.replace(/\/lanes\/$/, "/_lanes/") + address.search;
  view.dataset.focus = focus;
  window.htmx.ajax("GET", fragment, { source: link, target: "#lanes", select: "#lanes", swap: "outerHTML show:none" });
}

const isStep = (link) => new URL(link.getAttribute("href"), window.location.href).pathname.endsWith("/lanes/");

view.addEventListener("click", (event) => {
  const link = event.target.closest?.(".steps a, .along a, a.counted");
  if (!window.htmx || !link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
  if (!isStep(link)) return;
  event.preventDefault();
  go(link, link.id || "lanes-box");
});

// -- by keyboard ----------------------------------------------------------------------------------------------

const STEPS = { "+": "step-in", "=": "step-in", "-": "step-out", "−": "step-out" };

view.addEventListener("keydown", (event) => {
  if (!window.htmx || !box()?.contains(event.target) || event.altKey || event.ctrlKey || event.metaKey) return;
  const step = STEPS[event.key] ?? beyond(event.key, event.target);
  if (step && !event.repeat) {
    const link = document.getElementById(step);
    if (link) go(link, "lanes-box");
  } else if (!move(event)) {
    return;
  }
  event.preventDefault();
});

/** The step that an arrow takes at the end of the box, none elsewhere. */
function beyond(key, target) {
  if (target !== box() || !["ArrowLeft", "ArrowRight"].includes(key)) return "";
  const along = Math.abs(box().scrollLeft);
  const isOnwards = (key === "ArrowRight") !== isMirrored();
  if (isOnwards) return along >= box().scrollWidth - box().clientWidth - EDGE ? "step-later" : "";
  return along <= EDGE ? "step-earlier" : "";
}

/** From mark to mark: along the lane, or to the nearest one of the lane above or below. */
function move(event) {
  const link = event.target.closest?.(".lane a");
  if (!link) return false;
  const steps = { ArrowRight: isMirrored() ? -1 : 1, ArrowLeft: isMirrored() ? 1 : -1, ArrowDown: "down", ArrowUp: "up" };
  const step = steps[event.key];
  const next = typeof step === "number" ? beside(link, step) : step && across(link, step === "down");
  if (!step) return false;
  if (next) stop(next).focus();
  return true;
}

function beside(link, step) {
  const marks = [...link.closest(".lane").querySelectorAll("a")];
  return marks[marks.indexOf(link) + step];
}

function across(link, isDown) {
  const lanes = [...box().querySelectorAll(".lane")].filter((lane) => lane.querySelector("a"));
  const lane = lanes[lanes.indexOf(link.closest(".lane")) + (isDown ? 1 : -1)];
  const place = (it) => it.querySelector("rect").getBoundingClientRect().x;
  const distance = (it) => Math.abs(place(it) - place(link));
  return lane && [...lane.querySelectorAll("a")].reduce((best, it) => (distance(it) < distance(best) ? it : best));
}

/** One stop for the Tab key among all marks. */
function stop(link) {
  for (const it of box().querySelectorAll('.lane a[tabindex="0"]')) it.setAttribute("tabindex", "-1");
  link.setAttribute("tabindex", "0");
  return link;
}

function prepare() {
  const marks = box()?.querySelectorAll(".lane a") ?? [];
  for (const it of marks) it.setAttribute("tabindex", "-1");
  if (marks.length) stop(marks[0]);
  centre();
}

/** What was looked at stands in the middle of what can be seen. */
function centre() {
  if (!box()?.dataset.centre) return;
  const name = box().querySelector(".corner").clientWidth;
  const along = Number(box().dataset.centre) - (box().clientWidth - name) / 2;
  box().scrollLeft = isMirrored() ? -along : along;
}

// -- after each step ------------------------------------------------------------------------------------------

document.body.addEventListener("htmx:afterSwap", (event) => {
  const lanes = document.getElementById("lanes");
  if (event.detail.target === view) return prepare();
  if (event.detail.target?.id !== "lanes" || !lanes) return;
  document.title = lanes.dataset.title;
  prepare();
  const wanted = document.getElementById(view.dataset.focus) ?? document.getElementById("lanes-box");
  (wanted ?? document.getElementById("showing")).focus({ preventScroll: true });
  status.textContent = lanes.dataset.said ?? "";
});

// A window that cannot be fetched is opened instead, so that the browser says what is wrong.
for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.body.addEventListener(failure, (event) => {
    const link = event.detail.elt.closest("#lanes a[href]");
    if (link) window.location.assign(link.getAttribute("href"));
  });
}
prepare();
