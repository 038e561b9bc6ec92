// The colours that a reader chose on this device, before anything is drawn: a page that turns dark late would flash.
// Not a module, so that it comes first. Without it the system decides.
try {
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // Where nothing may be kept, the system decides.
}
