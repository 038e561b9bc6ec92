// The choice of colours in the foot: kept on this device and nowhere else. Without this file it is not shown.

const choice = document.getElementById("theme");

/** What is kept under a name, "" where nothing is or may be. */
function kept(name) {
  try {
    return localStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

choice.value = kept("theme");
choice.closest(".comforts").hidden = false;

choice.addEventListener("change", () => {
  if (choice.value) document.documentElement.dataset.theme = choice.value;
  else delete document.documentElement.dataset.theme;
  try {
    localStorage.setItem("theme", choice.value);
  } catch {
    // It holds until the page is left.
  }
});

// Another window of this site chose: all of them look alike.
window.addEventListener("storage", (event) => {
  if (event.key !== "theme") return;
  choice.value = event.newValue ?? "";
  choice.dispatchEvent(new Event("change"));
});
