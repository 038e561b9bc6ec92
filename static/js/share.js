// "Share this view" and "Copy link" copy the address at once and say so. Without this file the first is a form that
// leads to a page with the address, and the second is not shown: the browser has the address already.

for (const button of document.querySelectorAll(".copy[hidden]")) button.hidden = false;
document.body.addEventListener("htmx:load", (event) => {
  for (const button of event.detail.elt.querySelectorAll?.(".copy[hidden]") ?? []) button.hidden = false;
});

/** Say it to those who see the page, beside the control, and to those who hear it. */
function say(control, words) {
  document.querySelector(".said")?.remove();
  const said = document.createElement("span");
  said.className = "said";
  said.setAttribute("aria-hidden", "true");
  said.textContent = words;
  control.after(said);
  const status = document.getElementById("status");
  status.textContent = "";
  setTimeout(() => (status.textContent = words));
}

/** Where nothing may be copied for the reader, the address stands ready to be copied by hand. */
function offer(control, address) {
  document.querySelector(".offer")?.remove();
  const field = document.createElement("input");
  Object.assign(field, { className: "offer", readOnly: true, value: address, dir: "ltr" });
  field.setAttribute("aria-label", control.dataset.label);
  control.after(field);
  field.focus();
  field.select();
}

async function copy(control, address) {
  try {
    await navigator.clipboard.writeText(address);
    say(control, control.dataset.copied);
  } catch {
    offer(control, address);
    say(control.nextElementSibling, control.dataset.shown);
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.(".copy");
  if (button) copy(button, button.dataset.copy);
});

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form.share");
  if (!form) return;
  event.preventDefault();
  try {
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(answer.statusText);
    copy(form, (await answer.json()).address);
  } catch {
    form.submit(); // The page that comes of it says what is wrong.
  }
});
