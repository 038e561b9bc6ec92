// What a reader who cannot see the list grow needs after "Earlier events" appended a page to it: the title of the
// new state, focus on the first new heading, and a word of what came. Without this file the link opens that page.

document.body.addEventListener("htmx:load", (event) => {
  const batch = event.detail.elt;
  if (!batch.matches?.(".batch")) return;
  document.title = batch.dataset.title;
  batch.querySelector("h3")?.focus();
  document.getElementById("status").textContent = batch.dataset.added;
});

// A page that cannot be fetched is opened instead, so that the browser says what is wrong.
for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.body.addEventListener(failure, (event) => {
    const link = event.detail.elt.closest("a[href]");
    if (link) window.location.assign(link.href);
  });
}
