// A choice changes the view at once, and what htmx swaps in is left as a reader left it: open boxes stay open, focus
// stays where it was or goes to the sentence above the list, and the new count is said. Without this file the filter
// is a form with a button, and everything else links.

const view = document.getElementById("view");
const search = document.getElementById("q");
const status = document.getElementById("status");
const CANONICAL = [
  ...["from", "to", "when", "kind", "actor", "place", "standing", "source", "q"],
  ...["order", "by", "zoom", "at", "go"],
];

document.documentElement.classList.add("enhanced");

// An address holds only what is asked, in one order, so that the first answer is the one that is shown.
view.addEventListener("htmx:configRequest", (event) => {
  const form = event.target;
  if (!form.matches("form")) return;
  const asked = event.detail.formData;
  const box = document.getElementById("when");
  const isUnchanged = form.contains(box) && box.value === box.defaultValue;
  const kept = CANONICAL.flatMap((name) => {
    const values = asked.getAll(name).filter((value) => value !== "");
    return name === "when" && isUnchanged ? [] : values.sort().map((value) => [name, value]);
  });
  if (form.contains(box) && !isUnchanged && !box.value) {
    kept.splice(0, kept.length, ...kept.filter(([name]) => name !== "from" && name !== "to"));
  }
  for (const name of [...asked.keys()]) asked.delete(name);
  for (const [name, value] of kept) asked.append(name, value);
});

/** Beside the list the box of filters is always open, for those who cannot see that its style shows it so, too. */
const isWide = window.matchMedia("(min-width: 961px)");
function unfold() {
  const filters = document.getElementById("filters");
  if (filters) filters.open = isWide.matches;
}
isWide.addEventListener("change", unfold);
if (isWide.matches) unfold();

let before = null;
let sent = {}; // What the boxes said when the view was asked for: what differs later was typed since.

view.addEventListener("htmx:beforeRequest", () => {
  sent = { when: document.getElementById("when")?.value, q: search.value };
});

view.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target !== view) return;
  const focused = document.activeElement;
  before = {
    open: [...view.querySelectorAll("details[id][open]:not(.jump)")].map((it) => it.id),
    focus: view.contains(focused) ? focused.id || "showing" : "",
    typed: document.getElementById("when")?.value,
    isSubmitted: event.detail.requestConfig?.triggeringEvent?.type === "submit",
  };
});

// At once, in the task of the swap: a moment later the reader may be elsewhere already.
document.body.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target !== view || !before) return;
  const { open, focus, typed, isSubmitted } = before;
  before = null;
  for (const id of open) reopen(id);
  if (isSubmitted || isWide.matches) unfold();
  if (focus) give(isSubmitted ? "showing" : focus, { preventScroll: !isSubmitted });
  if (typed !== sent.when) document.getElementById("when").value = typed;
  if (search.value === sent.q) search.value = view.querySelector("[data-words]").dataset.words;
  status.textContent = document.getElementById("showing").textContent;
});

/** Open a box again; one that is filled when it opens waits until htmx has seen it. */
function reopen(id) {
  const box = document.getElementById(id);
  const open = () => box?.setAttribute("open", "");
  if (box?.matches(".lazy")) document.body.addEventListener("htmx:afterSettle", open, { once: true });
  else open();
}

/** Focus to the element with this id, or to the sentence where it is gone or hidden. */
function give(id, options) {
  const element = document.getElementById(id);
  element?.focus(options);
  if (!element || document.activeElement !== element) document.getElementById("showing").focus(options);
}
