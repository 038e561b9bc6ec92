// Single keys for those who want them: off until a reader turns them on, since speech and stray presses would set them
// off (WCAG 2.1.4). Hints are shown only while they are on. Nothing is caught where text is typed or a bar has focus.

const dialog = document.getElementById("keys");
const box = document.getElementById("keys-on");
const NAME = "shortcuts";
const HEADLINES = "#events .card:not(.folded) h4 a";

function kept() {
  try {
    return localStorage.getItem(NAME) === "on";
  } catch {
    return false;
  }
}

function use(isOn) {
  box.checked = isOn;
  document.documentElement.classList.toggle("keyed", isOn);
}

box.addEventListener("change", () => {
  use(box.checked);
  try {
    localStorage.setItem(NAME, box.checked ? "on" : "off");
  } catch {
    // They stay on until the page is left.
  }
});

document.getElementById("keys-open").addEventListener("click", () => dialog.showModal());

/** The next headline in a direction, from the card that has the focus or from the list's edge. */
function step(direction) {
  const links = [...document.querySelectorAll(HEADLINES)];
  const card = document.activeElement.closest("#events .card");
  const at = card ? links.indexOf(card.querySelector("h4 a")) : -1;
  const next = card ? links[at + direction] : links[direction > 0 ? 0 : links.length - 1];
  next?.focus();
}

const STEPS = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

document.addEventListener("keydown", (event) => {
  if (!box.checked || dialog.open || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const focused = document.activeElement;
  if (focused.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
  if (event.key === "/") {
    const search = document.getElementById("q");
    search.focus();
    search.select();
  } else if (event.key === "?") {
    dialog.showModal();
  } else if (event.key in STEPS && focused.closest("#events")) {
    step(STEPS[event.key]);
  } else {
    return;
  }
  event.preventDefault();
});

window.addEventListener("storage", (event) => {
  if (event.key === NAME) use(event.newValue === "on");
});
use(kept());
