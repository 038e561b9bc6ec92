// What every page begins with. Before anything is drawn: the colours that a reader chose on this device, since a page
// that turns dark late would flash. Once all is drawn: the scripts of the page, none of which is needed to read it.
// Not a module, so that it comes first; and the parser waits for it and, with it, for the sheet: were the page parsed
// before its sheet came, all of it would be laid out once without. Without this file the system decides the colours,
// and the page is what its links are.
{
  const { page, htmx } = document.currentScript.dataset;

  try {
    const chosen = localStorage.getItem("theme");
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
  } catch {
    // Where nothing may be kept, the system decides.
  }

  /** Add a script that runs after those added before it. */
  const add = (src, type) => {
    const script = Object.assign(document.createElement("script"), { src, type, async: false });
    document.head.append(script);
    return script;
  };

  const bring = () => {
    let last = add(page, "module");
    if (htmx) last = add(htmx, "");
    last.addEventListener("load", () => document.documentElement.classList.add("ready"));
  };

  window.addEventListener("load", () => requestAnimationFrame(() => setTimeout(bring)));
}
